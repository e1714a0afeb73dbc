package org.iommuscope.app.ui.diagram;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.iommuscope.app.drawing.Figure;
import org.iommuscope.app.drawing.Shape;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Route.Point;
import org.iommuscope.model.topology.DeviceRef;

/** The way from a device up to its root, and what ties it to other groups, as lit lines. */
final class PathLight {

  static final Color PATH = Color.web("#0969da");
  private static final double WIDTH = 2;

  private final GraphicsContext pen;
  private final Scenery scenery;
  private final Camera camera;

  PathLight(GraphicsContext pen, Scenery scenery, Camera camera) {
    this.pen = pen;
    this.scenery = scenery;
    this.camera = camera;
  }

  void paint(DeviceRef device) {
    pen.setStroke(PATH);
    pen.setLineWidth(WIDTH);
    pen.setLineDashes();
    scenery.graph().device(device).ifPresent(node -> paint(scenery.graph().pathToRoot(node)));
  }

  private void paint(List<GraphNode> path) {
    for (int at = 0; at < path.size(); at++) {
      outline(path.get(at));
      if (at + 1 < path.size()) {
        line(path.get(at), path.get(at + 1));
      }
    }
  }

  private void outline(GraphNode node) {
    scenery
        .rowOf(node)
        .map(camera::inView)
        .ifPresent(row -> pen.strokeRoundRect(row.x(), row.y(), row.width(), row.height(), 6, 6));
  }

  /** The line of the tree that hangs a row from the one above. */
  private void line(GraphNode below, GraphNode above) {
    Optional<Box> parent = scenery.rowOf(above);
    for (Figure figure : figuresOf(below)) {
      for (Shape shape : figure.shapes()) {
        if (figure.layer() == Figure.Layer.TREE && shape instanceof Shape.Line line) {
          stroke(line.points(), parent);
        }
      }
    }
  }

  private Collection<Figure> figuresOf(GraphNode node) {
    return node instanceof DeviceNode device
        ? scenery
            .seenRowOf(device.ref())
            .map(row -> scenery.drawing().of(row.node()))
            .orElse(List.of())
        : List.of();
  }

  // The drawing's own line begins at the sibling before; the way begins at the row above.
  private void stroke(List<Point> points, Optional<Box> above) {
    Point first = points.getFirst();
    double top =
        above
            .filter(row -> row.x() < first.x() && first.x() < row.right())
            .map(Box::bottom)
            .filter(bottom -> bottom < first.y())
            .orElse(first.y());
    pen.beginPath();
    pen.moveTo(x(first), Math.rint((top - camera.y()) * camera.zoom()));
    points.stream().skip(1).forEach(point -> pen.lineTo(x(point), y(point)));
    pen.stroke();
  }

  private double x(Point point) {
    return Math.rint((point.x() - camera.x()) * camera.zoom());
  }

  private double y(Point point) {
    return Math.rint((point.y() - camera.y()) * camera.zoom());
  }
}
