package org.iommuscope.app.drawing;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Route.Point;
import org.iommuscope.app.layout.TextStyle;

/** One of the three things that a surface can draw. */
public sealed interface Shape {

  Shown shown();

  /** The same at every level of detail. */
  default Shape always() {
    return at(Shown.ALWAYS);
  }

  /** The same at other levels of detail. */
  default Shape at(Shown wanted) {
    return switch (this) {
      case Rect(var shown, Box box, double corner, var fill, var line) ->
          new Rect(wanted, box, corner, fill, line);
      case Line(var shown, var points, Stroke stroke, boolean head) ->
          new Line(wanted, points, stroke, head);
      case Label label ->
          new Label(
              wanted,
              label.x(),
              label.baseline(),
              label.text(),
              label.width(),
              label.style(),
              label.ink());
    };
  }

  /**
   * A rectangle.
   *
   * @param corner radius of its corners
   */
  record Rect(Shown shown, Box box, double corner, Optional<Ink> fill, Optional<Stroke> line)
      implements Shape {}

  /** A line with bends; where it has a head, an arrow points at its last point. */
  record Line(Shown shown, List<Point> points, Stroke stroke, boolean head) implements Shape {
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * A text on one line.
   *
   * @param x its left end
   * @param baseline where its letters stand
   * @param width its advance, as measured
   */
  record Label(
      Shown shown, double x, double baseline, String text, double width, TextStyle style, Ink ink)
      implements Shape {}

  /** How an outline or a line is drawn. */
  record Stroke(Ink ink, double width, Dash dash) {

    static Stroke thin(Role role) {
      return new Stroke(Ink.of(role), 1, Dash.SOLID);
    }
  }
}
