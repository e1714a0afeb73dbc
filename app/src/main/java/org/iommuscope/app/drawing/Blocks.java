package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.layout.DriverMark;
import org.iommuscope.app.layout.Route.Point;
import org.iommuscope.app.layout.Row;

/**
 * Draws a row that is too small for words: a block of its class's colour, low for a bridge and
 * round for an mdev, with an end for what is ready for a guest and one for who gets it.
 */
final class Blocks {

  private static final double LOW = 6;
  private static final double END = 34;

  private final TopologyGraph graph;

  Blocks(TopologyGraph graph) {
    this.graph = graph;
  }

  List<Shape> of(Box row, Row.Entry entry) {
    DeviceClass kind = entry.text().kind();
    boolean low = kind == DeviceClass.BRIDGE && entry.hidden().isNothing();
    Box box = low ? row.grow(-LOW) : row;
    Box block = Box.between(row.x(), box.y(), row.right(), box.bottom());
    double corner = kind == DeviceClass.MEDIATED ? block.height() / 2 : 0;
    List<Shape> shapes = new ArrayList<>();
    shapes.add(fill(block, corner, new Ink(Role.CLASS, kind.ordinal())));
    Box end = Box.between(row.right() - END, row.y(), row.right(), row.bottom());
    if (entry.text().driver().kind() == DriverMark.Kind.VFIO) {
      shapes.add(fill(end, corner, Ink.of(Role.VFIO_FILL)));
    }
    worst(entry).ifPresent(answer -> shapes.addAll(answer(end.moved(-END - 4, 0), answer)));
    return shapes;
  }

  /** A plain block, one that is crossed out, or a hollow one. */
  private static List<Shape> answer(Box box, Answer answer) {
    return switch (answer) {
      case YES -> List.of(fill(box, 0, Ink.of(Role.YES_FILL)));
      case UNASKED, RETURNED -> List.of(fill(box, 0, Ink.of(Role.CHIP_FILL)));
      case UNSURE -> List.of(fill(box, 0, Ink.of(Role.BACKGROUND)), outline(box));
      case NO -> crossed(box, Role.NO_FILL);
      case UNSAFE -> crossed(box, Role.UNSAFE_FILL);
      case CRASHES -> crossed(box, Role.CRASH_FILL);
    };
  }

  private static List<Shape> crossed(Box box, Role role) {
    return List.of(
        fill(box, 0, Ink.of(role)),
        stroke(new Point(box.x(), box.y()), new Point(box.right(), box.bottom())),
        stroke(new Point(box.x(), box.bottom()), new Point(box.right(), box.y())));
  }

  private Optional<Answer> worst(Row.Entry entry) {
    Set<Answer> answers =
        entry.devices().stream()
            .flatMap(device -> answersOf(device).stream())
            .collect(Collectors.toSet());
    return answers.stream().filter(Answer::isBad).findFirst().or(() -> mildest(answers));
  }

  private static Optional<Answer> mildest(Set<Answer> answers) {
    return answers.contains(Answer.UNSURE)
        ? Optional.of(Answer.UNSURE)
        : answers.stream().sorted().findFirst();
  }

  private List<Answer> answersOf(DeviceNode device) {
    return graph.guestsOf(device).stream().map(GraphEdge.Gets::answer).toList();
  }

  private static Shape fill(Box box, double corner, Ink ink) {
    return new Shape.Rect(Shown.AS_BLOCK, box, corner, Optional.of(ink), Optional.empty());
  }

  private static Shape outline(Box box) {
    Shape.Stroke stroke = new Shape.Stroke(Ink.of(Role.UNSURE_FILL), 5, Dash.SOLID);
    return new Shape.Rect(Shown.AS_BLOCK, box, 0, Optional.empty(), Optional.of(stroke));
  }

  private static Shape stroke(Point from, Point to) {
    Shape.Stroke stroke = new Shape.Stroke(Ink.of(Role.SIGN_TEXT), 3, Dash.SOLID);
    return new Shape.Line(Shown.AS_BLOCK, List.of(from, to), stroke, false);
  }
}
