package org.iommuscope.app.ui.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Figure;
import org.iommuscope.app.drawing.Owner;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of a graph, with the way back from a point to a device and from a device to its row.
 */
public final class Scenery {

  /** A row with the devices that it stands for. */
  record SeenRow(GraphNode node, Box box, List<DeviceRef> devices) {}

  private final TopologyGraph graph;
  private final Folds folds;
  private final int host;
  private final Drawing drawing;
  private final List<SeenRow> rows = new ArrayList<>();
  private final Map<DeviceRef, Integer> rowNumbers = new HashMap<>();

  /**
   * @param host counts the hosts that were shown; one that is read again is still the same
   */
  Scenery(TopologyGraph graph, Folds folds, int host, Drawing drawing) {
    this.graph = graph;
    this.folds = folds;
    this.host = host;
    this.drawing = drawing;
    drawing.figures().stream().flatMap(Scenery::seenRow).forEach(this::add);
  }

  private void add(SeenRow row) {
    row.devices().forEach(device -> rowNumbers.putIfAbsent(device, rows.size()));
    rows.add(row);
  }

  TopologyGraph graph() {
    return graph;
  }

  /** Whether it shows the same host, if at another moment. */
  boolean isOfHostIn(Scenery other) {
    return host == other.host;
  }

  Folds folds() {
    return folds;
  }

  Drawing drawing() {
    return drawing;
  }

  /** Where a device's row stands, or the row of the fold or of the closed subtree that holds it. */
  Optional<Box> rowOf(DeviceRef device) {
    Integer number = rowNumbers.get(device);
    return number != null
        ? Optional.of(rows.get(number).box())
        : graph.device(device).flatMap(this::rowAbove);
  }

  private Optional<Box> rowAbove(DeviceNode hidden) {
    return graph.pathToRoot(hidden).stream()
        .skip(1)
        .filter(node -> !(node instanceof DeviceNode) || rowNumbers.containsKey(refOf(node)))
        .findFirst()
        .flatMap(this::rowOf);
  }

  /** Where a node's row stands. */
  Optional<Box> rowOf(GraphNode node) {
    return switch (node) {
      case DeviceNode device -> rowOf(device.ref());
      case FoldNode fold -> rowOf(fold.first().ref());
      default ->
          drawing.of(node).stream()
              .filter(figure -> figure.layer() == Figure.Layer.ROW)
              .findFirst()
              .map(Figure::bounds);
    };
  }

  /** The row that stands for a device. */
  Optional<SeenRow> seenRowOf(DeviceRef device) {
    return Optional.ofNullable(rowNumbers.get(device)).map(rows::get);
  }

  /** The rows of devices that reach into a box. */
  List<SeenRow> rowsIn(Box box) {
    return drawing.in(box).stream().flatMap(Scenery::seenRow).toList();
  }

  /** What the rows in a box stand for, heads of trees among them. */
  Stream<GraphNode> nodesIn(Box box) {
    return drawing.in(box).stream()
        .filter(figure -> figure.layer() == Figure.Layer.ROW)
        .flatMap(figure -> nodeOf(figure).stream())
        .distinct();
  }

  /** The first device so many rows below another; the first of all where there is no other. */
  Optional<DeviceRef> neighbour(@Nullable DeviceRef device, int rowsBelow) {
    Integer number = device == null ? null : rowNumbers.get(device);
    int at = number == null ? 0 : number + rowsBelow;
    return at >= 0 && at < rows.size()
        ? Optional.of(rows.get(at).devices().getFirst())
        : Optional.empty();
  }

  /** What is at a point of the picture. */
  Optional<GraphNode> nodeAt(double x, double y) {
    return drawing.at(x, y).flatMap(Scenery::nodeOf);
  }

  /** The device at a point; the first where twins share the row. */
  Optional<DeviceRef> deviceAt(double x, double y) {
    return nodeAt(x, y).flatMap(node -> devicesOf(node).stream().findFirst());
  }

  private static Optional<GraphNode> nodeOf(Figure figure) {
    return figure.owner() instanceof Owner.Part(var node) ? Optional.of(node) : Optional.empty();
  }

  private static Stream<SeenRow> seenRow(Figure figure) {
    return figure.layer() == Figure.Layer.ROW
        ? nodeOf(figure).stream()
            .filter(node -> !devicesOf(node).isEmpty())
            .map(node -> new SeenRow(node, figure.bounds(), devicesOf(node)))
        : Stream.empty();
  }

  private static DeviceRef refOf(GraphNode node) {
    return devicesOf(node).getFirst();
  }

  private static List<DeviceRef> devicesOf(GraphNode node) {
    return switch (node) {
      case DeviceNode device -> List.of(device.ref());
      case FoldNode fold -> fold.twins().stream().map(DeviceNode::ref).toList();
      default -> List.of();
    };
  }
}
