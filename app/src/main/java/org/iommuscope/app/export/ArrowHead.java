package org.iommuscope.app.export;

import java.util.List;
import org.iommuscope.app.drawing.Shape;
import org.iommuscope.app.layout.Route.Point;

/** The triangle at the end of a line, whose last part is level. */
final class ArrowHead {

  private static final double LENGTH = 7;
  private static final double HALF_WIDTH = 3.5;

  private ArrowHead() {}

  /** Its corners, the tip first. */
  static List<Point> of(Shape.Line line) {
    Point tip = line.points().getLast();
    Point before = line.points().get(line.points().size() - 2);
    double back = tip.x() + (before.x() > tip.x() ? LENGTH : -LENGTH);
    return List.of(
        tip, new Point(back, tip.y() - HALF_WIDTH), new Point(back, tip.y() + HALF_WIDTH));
  }
}
