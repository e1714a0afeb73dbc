package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.TextStyle;

/** Draws the guests that want a row's devices: a chip each, with the answers behind the name. */
final class GuestChips {

  static final double HEIGHT = 15;

  private static final double WIDEST_NAME = 70;
  private static final double CORNER = 3;

  /** Around an answer, left and right together. */
  private static final double PART_PADDING = 6;

  private final Words words;

  GuestChips(Words words) {
    this.words = words;
  }

  double width(GuestTally tally) {
    double parts = tally.parts().stream().mapToDouble(this::partWidth).sum();
    return nameWidth(tally) + 2 * Metrics.PILL_PADDING + parts;
  }

  /** A chip that ends at the given right end; answers where it begins. */
  double draw(Box row, double right, GuestTally tally, List<Shape> shapes) {
    Box box = new Box(right - width(tally), row.middle() - HEIGHT / 2, width(tally), HEIGHT);
    shapes.add(fill(box, Role.CHIP_FILL));
    shapes.add(
        words.left(
            Shown.FROM_LABELS,
            box,
            box.x() + Metrics.PILL_PADDING,
            nameWidth(tally) + 0.5,
            tally.guest(),
            TextStyle.PILL,
            Ink.of(Role.CHIP_TEXT)));
    double x = box.x() + nameWidth(tally) + 2 * Metrics.PILL_PADDING;
    for (GuestTally.Part part : tally.parts()) {
      Box end = new Box(x, box.y(), partWidth(part), HEIGHT);
      shapes.addAll(answer(end, part));
      x = end.right();
    }
    return box.x();
  }

  private List<Shape> answer(Box box, GuestTally.Part part) {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(fill(box, ground(part.answer())));
    if (part.answer() == Answer.RETURNED) {
      Shape.Stroke stroke = new Shape.Stroke(Ink.of(Role.CHIP_FILL), 1, Dash.SOLID);
      shapes.add(
          new Shape.Rect(Shown.FROM_LABELS, box, CORNER, Optional.empty(), Optional.of(stroke)));
    }
    Ink ink = Ink.of(text(part.answer()));
    shapes.add(words.centred(Shown.FROM_LABELS, box, part.text(), TextStyle.PILL, ink));
    return shapes;
  }

  private double partWidth(GuestTally.Part part) {
    return Math.max(HEIGHT, words.width(part.text(), TextStyle.PILL) + PART_PADDING);
  }

  private double nameWidth(GuestTally tally) {
    return Math.min(words.width(tally.guest(), TextStyle.PILL), WIDEST_NAME);
  }

  private static Role ground(Answer answer) {
    return switch (answer) {
      case YES -> Role.YES_FILL;
      case NO -> Role.NO_FILL;
      case UNSAFE -> Role.UNSAFE_FILL;
      case CRASHES -> Role.CRASH_FILL;
      case UNSURE -> Role.UNSURE_FILL;
      case RETURNED -> Role.PILL_FILL;
      case UNASKED -> Role.CHIP_FILL;
    };
  }

  private static Role text(Answer answer) {
    return switch (answer) {
      case YES, NO, UNSAFE, CRASHES, UNSURE -> Role.SIGN_TEXT;
      case RETURNED -> Role.PILL_TEXT;
      case UNASKED -> Role.CHIP_TEXT;
    };
  }

  private static Shape fill(Box box, Role role) {
    return new Shape.Rect(
        Shown.FROM_LABELS, box, CORNER, Optional.of(Ink.of(role)), Optional.empty());
  }
}
