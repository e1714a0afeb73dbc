package org.iommuscope.app.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** Says what each device hangs from: its PF, the bridge above, its mdev parent, or a root. */
final class Placement {

  private final Map<DeviceRef, DeviceNode> devices;

  Placement(Map<DeviceRef, DeviceNode> devices) {
    this.devices = devices;
  }

  /** The node above each device; following it always ends at a root. */
  Map<DeviceRef, GraphNode> above() {
    Map<DeviceRef, GraphNode> above = new HashMap<>();
    devices.values().forEach(node -> above.put(node.ref(), wanted(node.device())));
    cutCircles(above);
    return above;
  }

  private GraphNode wanted(HostDevice device) {
    return linked(device)
        .filter(ref -> !ref.equals(device.ref()))
        .flatMap(ref -> Optional.ofNullable(devices.get(ref)))
        .<GraphNode>map(node -> node)
        .orElseGet(() -> rootOf(device));
  }

  private static Optional<DeviceRef> linked(HostDevice device) {
    return switch (device) {
      case PciFunction function ->
          function
              .sriov()
              .physfn()
              .known()
              .or(() -> function.placement().upstream().known())
              .map(address -> address);
      case MediatedDevice mdev -> mdev.parent().known();
      case OtherDevice other -> Optional.empty();
    };
  }

  private static RootNode rootOf(HostDevice device) {
    return switch (device) {
      case PciFunction function ->
          function
              .placement()
              .hostBridge()
              .known()
              .map(name -> new RootNode(RootNode.Kind.HOST_BRIDGE, name))
              .orElseGet(() -> segmentOf(function.address()));
      case MediatedDevice mdev ->
          mdev.parent()
              .known()
              .map(parent -> new RootNode(RootNode.Kind.MDEV_PARENT, parent.text()))
              .orElseGet(() -> new RootNode(RootNode.Kind.UNPLACED_MDEV, "mdev"));
      case OtherDevice other -> new RootNode(RootNode.Kind.BUS, other.bus());
    };
  }

  private static RootNode segmentOf(PciAddress address) {
    String text = address.text();
    return new RootNode(RootNode.Kind.UNPLACED_PCI, "pci" + text.substring(0, text.indexOf(':')));
  }

  // A broken capture may say that two bridges are above each other.
  private void cutCircles(Map<DeviceRef, GraphNode> above) {
    Set<DeviceRef> grounded = new HashSet<>();
    for (DeviceNode start : devices.values()) {
      Set<DeviceRef> walked = new HashSet<>();
      GraphNode at = start;
      while (at instanceof DeviceNode node && !grounded.contains(node.ref())) {
        if (!walked.add(node.ref())) {
          above.put(node.ref(), rootOf(node.device()));
          break;
        }
        at = above.getOrDefault(node.ref(), rootOf(node.device()));
      }
      grounded.addAll(walked);
    }
  }
}
