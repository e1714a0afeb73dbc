package org.iommuscope.app.canvas;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.iommuscope.app.layout.Route.Point;

/** A line that goes only across and down, drawn as rectangles: JavaFX copies these. */
record Bends(List<Point> points) {

  /** Whether each part goes straight across or straight down. */
  boolean areSquare() {
    for (int at = 1; at < points.size(); at++) {
      Point from = points.get(at - 1);
      Point to = points.get(at);
      if (from.x() != to.x() && from.y() != to.y()) {
        return false;
      }
    }
    return true;
  }

  /** Draws it solid in the fill that is set; a part reaches around its bends and not its ends. */
  void draw(GraphicsContext context, double width) {
    for (int at = 1; at < points.size(); at++) {
      double before = at == 1 ? 0 : width / 2;
      double after = at == points.size() - 1 ? 0 : width / 2;
      part(context, points.get(at - 1), before, points.get(at), after, width);
    }
  }

  private static void part(
      GraphicsContext context, Point from, double before, Point to, double after, double width) {
    double half = width / 2;
    if (from.y() == to.y()) {
      double left = from.x() <= to.x() ? from.x() - before : to.x() - after;
      double right = from.x() <= to.x() ? to.x() + after : from.x() + before;
      context.fillRect(left, from.y() - half, right - left, width);
    } else {
      double top = from.y() <= to.y() ? from.y() - before : to.y() - after;
      double bottom = from.y() <= to.y() ? to.y() + after : from.y() + before;
      context.fillRect(from.x() - half, top, width, bottom - top);
    }
  }
}
