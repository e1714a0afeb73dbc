package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.TextStyle;
import org.iommuscope.app.layout.UseWords;

/**
 * Draws what the running host does with a row's devices: a tab for each use, and a loud one where
 * the plan takes the device away.
 */
final class UseMarks {

  private static final double HEIGHT = 15;
  private static final double CORNER = 2;
  private static final double EDGE = 3;

  private final TopologyGraph graph;
  private final Words words;

  UseMarks(TopologyGraph graph, Words words) {
    this.graph = graph;
    this.words = words;
  }

  /** Tabs that end at the given right end; answers where the first begins. */
  double draw(Box row, double right, List<DeviceNode> devices, List<Shape> shapes) {
    double left = right;
    for (Map.Entry<String, Boolean> use : shown(uses(devices)).entrySet()) {
      left = tab(row, left, use.getKey(), use.getValue(), shapes) - Metrics.GAP / 2;
    }
    return left;
  }

  /** The uses in words: {@code , the host loses disk / (root)}. */
  String sentence(List<DeviceNode> devices) {
    SequencedMap<String, Boolean> uses = uses(devices);
    return said(uses, false, ", the host uses it: ") + said(uses, true, ", the host loses ");
  }

  double width(String text, boolean lost) {
    double width = Math.min(words.width(text(text, lost), TextStyle.PILL), Metrics.WIDEST_USE);
    return width + EDGE + 2 * Metrics.PILL_PADDING - 2;
  }

  /** One tab; answers where it begins. */
  double tab(Box row, double right, String use, boolean lost, List<Shape> shapes) {
    double width = width(use, lost);
    Box box = new Box(right - width, row.middle() - HEIGHT / 2, width, HEIGHT);
    Ink ground = Ink.of(lost ? Role.LOSS_FILL : Role.USE_FILL);
    Shape.Stroke line = Shape.Stroke.thin(lost ? Role.LOSS_FILL : Role.USE_LINE);
    shapes.add(
        new Shape.Rect(Shown.FROM_LABELS, box, CORNER, Optional.of(ground), Optional.of(line)));
    Box edge = new Box(box.x(), box.y(), EDGE, box.height());
    shapes.add(
        new Shape.Rect(Shown.FROM_LABELS, edge, 0, Optional.of(line.ink()), Optional.empty()));
    Ink ink = Ink.of(lost ? Role.LOSS_TEXT : Role.USE_TEXT);
    double x = edge.right() + Metrics.PILL_PADDING - 1;
    double room = box.right() - x;
    shapes.add(words.left(Shown.FROM_LABELS, box, x, room, text(use, lost), TextStyle.PILL, ink));
    return box.x();
  }

  private SequencedMap<String, Boolean> uses(List<DeviceNode> devices) {
    SequencedMap<String, Boolean> uses = new LinkedHashMap<>();
    for (DeviceNode device : devices) {
      boolean lost = graph.leavesHost(device);
      UseWords.of(graph, device).forEach(use -> uses.merge(use, lost, Boolean::logicalOr));
    }
    return uses;
  }

  private static SequencedMap<String, Boolean> shown(SequencedMap<String, Boolean> uses) {
    List<String> names = new ArrayList<>(uses.keySet());
    SequencedMap<String, Boolean> shown = new LinkedHashMap<>();
    UseWords.shortened(names)
        .reversed()
        .forEach(name -> shown.put(name, uses.getOrDefault(name, uses.values().contains(true))));
    return shown;
  }

  private static String text(String use, boolean lost) {
    return lost ? "! " + use : use;
  }

  private static String said(SequencedMap<String, Boolean> uses, boolean lost, String before) {
    String names =
        uses.entrySet().stream()
            .filter(use -> use.getValue() == lost)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : before + names;
  }
}
