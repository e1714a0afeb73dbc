package org.iommuscope.app.ui.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Figure;
import org.iommuscope.app.drawing.Owner;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of a graph, with the way back from a point to a device and from a device to its row.
 */
public final class Scenery {

  private final TopologyGraph graph;
  private final Drawing drawing;
  private final Map<DeviceRef, Box> rows = new LinkedHashMap<>();

  Scenery(TopologyGraph graph, Drawing drawing) {
    this.graph = graph;
    this.drawing = drawing;
    for (Figure figure : drawing.figures()) {
      if (figure.layer() == Figure.Layer.ROW && figure.owner() instanceof Owner.Part(var node)) {
        devicesOf(node).forEach(device -> rows.putIfAbsent(device, figure.bounds()));
      }
    }
  }

  /** Whether it shows what that judgement says. */
  public boolean isOf(Judgement judgement) {
    return graph == judgement.graph();
  }

  TopologyGraph graph() {
    return graph;
  }

  Drawing drawing() {
    return drawing;
  }

  /** Where a device's row stands, or the row of the fold that holds it. */
  Optional<Box> rowOf(DeviceRef device) {
    return Optional.ofNullable(rows.get(device));
  }

  /** The device so many rows below another; the first of all where there is no other. */
  Optional<DeviceRef> neighbour(@Nullable DeviceRef device, int rowsBelow) {
    List<DeviceRef> order = new ArrayList<>(rows.keySet());
    int at = order.indexOf(device) + rowsBelow;
    return at >= 0 && at < order.size() ? Optional.of(order.get(at)) : Optional.empty();
  }

  /** What is at a point of the picture. */
  Optional<GraphNode> nodeAt(double x, double y) {
    return drawing
        .at(x, y)
        .flatMap(figure ->
            figure.owner() instanceof Owner.Part(var node) ? Optional.of(node) : Optional.empty());
  }

  /** The device at a point; the first where twins share the row. */
  Optional<DeviceRef> deviceAt(double x, double y) {
    return nodeAt(x, y).flatMap(node -> devicesOf(node).stream().findFirst());
  }

  private static List<DeviceRef> devicesOf(GraphNode node) {
    return switch (node) {
      case DeviceNode device -> List.of(device.ref());
      case FoldNode fold -> fold.twins().stream().map(DeviceNode::ref).toList();
      default -> List.of();
    };
  }
}
