package org.iommuscope.app.ui.diagram;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.iommuscope.app.drawing.Detail;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Metrics;

/** The small boxes on the lines of the tree that open and close what is behind them. */
final class FoldHandles {

  private static final double SIDE = 10;
  private static final double SMALLEST = 8;
  private static final double REACH = 4;

  private FoldHandles() {}

  /** Paints the handles of the rows in sight; blocks are too small to have any. */
  static void paint(
      GraphicsContext pen, Scenery scenery, Camera camera, Palette palette, Box seen) {
    if (Detail.at(camera.zoom()) == Detail.BLOCKS) {
      return;
    }
    pen.setLineDashes();
    pen.setLineWidth(1);
    nodesIn(scenery, seen)
        .forEach(node ->
            scenery
                .folds()
                .handleOf(scenery.graph(), node)
                .ifPresent(handle -> paint(pen, scenery, camera, palette, handle)));
  }

  /** The handle at a point of the view. */
  static Optional<Folds.Handle> at(Scenery scenery, Camera camera, double x, double y) {
    if (Detail.at(camera.zoom()) == Detail.BLOCKS) {
      return Optional.empty();
    }
    double room = Metrics.INDENT;
    Box around = new Box(camera.worldX(x) - 1, camera.worldY(y) - 1, room, 2);
    return nodesIn(scenery, around)
        .flatMap(node -> scenery.folds().handleOf(scenery.graph(), node).stream())
        .filter(handle -> isHit(scenery, camera, handle, x, y))
        .findFirst();
  }

  private static boolean isHit(
      Scenery scenery, Camera camera, Folds.Handle handle, double x, double y) {
    return box(scenery, camera, handle).filter(box -> box.grow(REACH).contains(x, y)).isPresent();
  }

  private static Stream<GraphNode> nodesIn(Scenery scenery, Box box) {
    Box wider = Box.between(box.x(), box.y(), box.right() + Metrics.INDENT, box.bottom());
    return scenery.nodesIn(wider);
  }

  private static void paint(
      GraphicsContext pen, Scenery scenery, Camera camera, Palette palette, Folds.Handle handle) {
    box(scenery, camera, handle)
        .ifPresent(box -> {
          double x = Math.rint(box.x());
          double y = Math.rint(box.y());
          double side = Math.rint(box.width());
          pen.setFill(colour(palette, Role.BACKGROUND));
          pen.fillRect(x, y, side, side);
          pen.setStroke(colour(palette, Role.HEAD_LINE));
          pen.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
          double middle = Math.floor(side / 2);
          pen.strokeLine(x + 2.5, y + middle + 0.5, x + side - 2.5, y + middle + 0.5);
          if (!handle.open()) {
            pen.strokeLine(x + middle + 0.5, y + 2.5, x + middle + 0.5, y + side - 2.5);
          }
        });
  }

  /** Where a handle is in the view: on the trunk, beside its row. */
  private static Optional<Box> box(Scenery scenery, Camera camera, Folds.Handle handle) {
    return scenery
        .rowOf(handle.at())
        .map(row -> {
          // An odd side, so that the strokes within lie on whole pixels.
          double side = 2 * Math.floor(Math.max(SMALLEST, SIDE * camera.zoom()) / 2) + 1;
          Box seen = camera.inView(row);
          double x = seen.x() - (Metrics.INDENT / 2 - 1) * camera.zoom();
          double y = seen.y() + (Metrics.ROW_HEIGHT / 2 + 1) * camera.zoom();
          return new Box(x - side / 2, y - side / 2, side, side);
        });
  }

  private static Color colour(Palette palette, Role role) {
    int rgb = palette.rgb(Ink.of(role));
    return Color.rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }
}
