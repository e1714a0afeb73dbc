package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.Isolation;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.IsolationMark;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.TextStyle;

/** Draws mdev rows: another shape than a function's, and a sign for what isolates them. */
final class MdevMarks {

  private static final double SIGN = 10;
  private static final double PILL_HEIGHT = 15;

  private final Words words;

  MdevMarks(Words words) {
    this.words = words;
  }

  /** The row's ground; its outline differs by what isolates the mdev. */
  Shape ground(Box box, Isolation isolation) {
    return new Shape.Rect(
        Shown.FROM_LABELS,
        box,
        box.height() / 2,
        Optional.of(Ink.of(Role.MDEV_FILL)),
        Optional.of(outline(isolation)));
  }

  /** The sign at the row's left end. */
  List<Shape> sign(Box row, Isolation isolation) {
    Box sign = new Box(row.x() + 7, row.middle() - SIGN / 2, SIGN, SIGN);
    return switch (isolation) {
      case VENDOR -> List.of(filled(sign, SIGN / 2, Role.MDEV_LINE));
      case GROUP -> List.of(filled(sign, 2, Role.BACKING_LINE));
      case AUXILIARY ->
          List.of(outlined(sign, 2), filled(sign.grow(-SIGN / 4), 1, Role.BACKING_LINE));
      case UNTOLD ->
          List.of(
              words.centred(
                  Shown.FROM_LABELS, sign, "?", TextStyle.HEADING, Ink.of(Role.UNREAD_TEXT)));
    };
  }

  /** The words of what isolates it, from a left end on; answers where they end. */
  double pill(Box row, double left, IsolationMark mark, List<Shape> shapes) {
    double width = words.width(mark.text(), TextStyle.PILL) + 2 * Metrics.PILL_PADDING;
    Box box = new Box(left, row.middle() - PILL_HEIGHT / 2, width, PILL_HEIGHT);
    boolean untold = mark.kind() == Isolation.UNTOLD;
    Role line = untold ? Role.UNREAD_LINE : Role.MDEV_LINE;
    Role text = untold ? Role.UNREAD_TEXT : Role.MDEV_TEXT;
    Shape.Stroke stroke = new Shape.Stroke(Ink.of(line), 1, dash(mark.kind()));
    shapes.add(new Shape.Rect(Shown.IN_DETAIL, box, 3, Optional.empty(), Optional.of(stroke)));
    shapes.add(words.centred(Shown.IN_DETAIL, box, mark.text(), TextStyle.PILL, Ink.of(text)));
    return box.right();
  }

  double pillWidth(IsolationMark mark) {
    return words.width(mark.text(), TextStyle.PILL) + 2 * Metrics.PILL_PADDING;
  }

  /** A short row for the legend. */
  List<Shape> sample(Box box, Isolation isolation) {
    Box row = new Box(box.x(), box.middle() - 8, box.width(), 16);
    List<Shape> shapes = new ArrayList<>();
    shapes.add(ground(row, isolation));
    shapes.addAll(sign(row, isolation));
    return shapes;
  }

  private static Shape.Stroke outline(Isolation isolation) {
    Role role = isolation == Isolation.UNTOLD ? Role.UNREAD_LINE : Role.MDEV_LINE;
    double width = isolation == Isolation.GROUP ? 2 : 1;
    return new Shape.Stroke(Ink.of(role), width, dash(isolation));
  }

  private static Dash dash(Isolation isolation) {
    return switch (isolation) {
      case VENDOR, GROUP -> Dash.SOLID;
      case AUXILIARY -> Dash.DASHED;
      case UNTOLD -> Dash.DOTTED;
    };
  }

  private static Shape filled(Box box, double corner, Role role) {
    return new Shape.Rect(
        Shown.FROM_LABELS, box, corner, Optional.of(Ink.of(role)), Optional.empty());
  }

  private static Shape outlined(Box box, double corner) {
    Shape.Stroke stroke = new Shape.Stroke(Ink.of(Role.BACKING_LINE), 1.5, Dash.SOLID);
    return new Shape.Rect(Shown.FROM_LABELS, box, corner, Optional.empty(), Optional.of(stroke));
  }
}
