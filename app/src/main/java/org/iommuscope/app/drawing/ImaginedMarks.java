package org.iommuscope.app.drawing;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.Imagination;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Row;
import org.iommuscope.app.layout.TextStyle;

/** Draws what is there only because a plan imagines it: broken outlines around rows and badges. */
final class ImaginedMarks {

  private static final double BADGE = 16;
  private static final double WIDTH = 2;

  private final TopologyGraph graph;
  private final Words words;

  ImaginedMarks(TopologyGraph graph, Words words) {
    this.graph = graph;
    this.words = words;
  }

  void draw(Box row, Box badge, Row.Entry entry, List<Shape> shapes) {
    Imagination.Of imagined = of(entry);
    if (imagined.device()) {
      shapes.add(around(row, 4, Role.IMAGINED_LINE, Dash.DASHED));
    }
    if (imagined.group()) {
      shapes.add(ring(badge, Role.IMAGINED_LINE, Dash.DASHED));
    }
    if (imagined.unsure()) {
      shapes.add(ring(badge, Role.UNREAD_LINE, Dash.DOTTED));
    }
  }

  private Imagination.Of of(Row.Entry entry) {
    return entry.devices().stream()
        .map(graph::imaginationOf)
        .findFirst()
        .orElseGet(() -> new Imagination.Of(false, false, false));
  }

  /** What the marks say, to stand behind the row's sentence. */
  String sentence(Row.Entry entry) {
    Imagination.Of imagined = of(entry);
    return (imagined.device() ? ", only imagined" : "")
        + (imagined.group() ? ", in the group that would follow" : "")
        + (imagined.unsure() ? ", cannot tell its group: config space not captured" : "");
  }

  private static Shape ring(Box slot, Role line, Dash dash) {
    Box badge = new Box(slot.x(), slot.middle() - BADGE / 2, slot.width(), BADGE);
    return around(badge, BADGE / 2, line, dash);
  }

  private static Shape around(Box box, double corner, Role line, Dash dash) {
    Shape.Stroke stroke = new Shape.Stroke(Ink.of(line), WIDTH, dash);
    return new Shape.Rect(Shown.ALWAYS, box, corner, Optional.empty(), Optional.of(stroke));
  }

  static List<Shape> rowSample(Box box) {
    Box row = new Box(box.x(), box.middle() - 7, box.width(), 14);
    return List.of(around(row, 4, Role.IMAGINED_LINE, Dash.DASHED));
  }

  List<Shape> groupSample(Box box) {
    return sample(box, Role.IMAGINED_LINE, Dash.DASHED, "g1");
  }

  List<Shape> unsureSample(Box box) {
    return sample(box, Role.UNREAD_LINE, Dash.DOTTED, "g1");
  }

  private List<Shape> sample(Box box, Role line, Dash dash, String text) {
    Box badge = new Box(box.x(), box.middle() - BADGE / 2, box.width(), BADGE);
    return List.of(
        ring(badge, line, dash),
        words.centred(Shown.ALWAYS, badge, text, TextStyle.BADGE, Ink.of(Role.TEXT)));
  }
}
