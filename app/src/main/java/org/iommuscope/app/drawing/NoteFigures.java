package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.graph.GuestNode;
import org.iommuscope.app.graph.Relations;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.MarginNote;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.TextStyle;

/** Draws the words at the ends of backing lines, and who holds the group there. */
final class NoteFigures {

  private final PlacedGraph placed;
  private final Words words;
  private final GuestChips chips;

  NoteFigures(PlacedGraph placed) {
    this.placed = placed;
    this.words = new Words(placed.measure());
    this.chips = new GuestChips(words);
  }

  Figure figure(MarginNote note) {
    List<Shape> shapes = new ArrayList<>();
    List<GuestNode> holders =
        note.kind() == MarginNote.Kind.BACKING
            ? List.copyOf(Relations.holdersOf(placed.graph(), note.group()))
            : List.of();
    boolean isHeld = !placed.graph().holdersBeside(note.group()).isEmpty();
    String text = holders.isEmpty() ? note.text() : note.text() + (isHeld ? " and" : ", held by");
    double x = note.box().x() + write(note.box(), text, shapes) + Metrics.GAP / 2;
    for (GuestNode holder : holders) {
      GuestTally tally = GuestTally.sample(holder.name().text(), Answer.YES);
      double right = x + chips.width(tally);
      if (right > note.box().right()) {
        break;
      }
      chips.draw(note.box(), right, tally, shapes);
      x = right + Metrics.GAP / 2;
    }
    return new Figure(
        Figure.Layer.TIE,
        new Owner.Part(note.owner()),
        title(text, holders),
        note.box().grow(1),
        shapes);
  }

  private double write(Box box, String text, List<Shape> shapes) {
    double width = words.width(text, TextStyle.NOTE);
    Ink ink = Ink.of(Role.MDEV_TEXT);
    shapes.add(words.left(Shown.FROM_LABELS, box, box.x(), box.width(), text, TextStyle.NOTE, ink));
    return width;
  }

  private static String title(String text, List<GuestNode> holders) {
    List<String> names = holders.stream().map(holder -> holder.name().text()).toList();
    return names.isEmpty() ? text : text + " " + String.join(", ", names);
  }
}
