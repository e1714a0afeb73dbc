package org.iommuscope.app.layout;

import java.util.stream.Collectors;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.RootNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** Finds the words for the head of a tree. */
final class HeadWords {

  private HeadWords() {}

  static Row.Head of(TopologyGraph graph, RootNode root) {
    return switch (root.kind()) {
      case HOST_BRIDGE ->
          new Row.Head(
              root,
              root.name().replaceFirst("^pci", ""),
              "Host bridge" + nodes(graph, root),
              Hidden.NOTHING);
      case UNPLACED_PCI ->
          new Row.Head(
              root,
              root.name().replaceFirst("^pci", ""),
              "PCI, host bridge not captured",
              Hidden.NOTHING);
      case BUS ->
          root.name().isEmpty()
              ? new Row.Head(root, "?", "Bus not captured", Hidden.NOTHING)
              : new Row.Head(root, root.name(), "Not on PCI", Hidden.NOTHING);
      case MDEV_PARENT -> new Row.Head(root, root.name(), mdevParent(root.name()), Hidden.NOTHING);
      case UNPLACED_MDEV -> new Row.Head(root, root.name(), "Parent not captured", Hidden.NOTHING);
    };
  }

  private static String mdevParent(String name) {
    return PciAddress.parse(name).isPresent()
        ? "Mdev parent, itself not captured"
        : "Mdev parent, not on PCI";
  }

  private static String nodes(TopologyGraph graph, RootNode root) {
    String numbers =
        graph.below(root).stream()
            .map(DeviceNode::device)
            .filter(PciFunction.class::isInstance)
            .flatMap(device -> ((PciFunction) device).placement().numaNode().known().stream())
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return numbers.isEmpty() ? "" : " · NUMA " + numbers;
  }
}
