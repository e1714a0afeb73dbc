package org.iommuscope.app.layout;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;

/** Finds the words for a row. */
final class RowWords {

  private final TopologyGraph graph;

  RowWords(TopologyGraph graph) {
    this.graph = graph;
  }

  RowText of(DeviceNode node) {
    HostDevice device = node.device();
    return new RowText(
        address(device),
        name(device),
        DeviceClass.of(device),
        DriverMark.of(device.driver()),
        isolation(node),
        GroupMark.of(graph, node));
  }

  RowText of(FoldNode fold) {
    HostDevice first = fold.first().device();
    return new RowText(
        foldedAddress(fold),
        foldedName(fold),
        DeviceClass.of(first),
        DriverMark.of(first.driver()),
        isolation(fold.first()),
        GroupMark.of(graph, fold.twins()));
  }

  private Optional<IsolationMark> isolation(DeviceNode node) {
    return graph.isolationOf(node).map(kind -> IsolationMark.of(graph, node, kind));
  }

  /** The same words with the driver that the plan wants. */
  RowText planned(RowText text, DeviceNode node) {
    return graph
        .plannedDriver(node.ref())
        .map(driver -> text.withDriver(text.driver().planned(driver)))
        .orElse(text);
  }

  /** Whether the plan wants the same driver for both, or says nothing of either. */
  boolean haveOneGoal(DeviceNode one, DeviceNode two) {
    return graph.plannedDriver(one.ref()).equals(graph.plannedDriver(two.ref()));
  }

  String address(HostDevice device) {
    return switch (device) {
      case PciFunction function -> address(function.address());
      case MediatedDevice mdev -> shortened(mdev.uuid().text());
      case OtherDevice other -> other.name().text();
    };
  }

  // Hand-made UUIDs often differ at one end only.
  private static String shortened(String uuid) {
    return uuid.substring(0, 8) + "…" + uuid.substring(uuid.length() - 4);
  }

  private String address(PciAddress address) {
    return graph.hasOneSegment() ? address.slot() : address.text();
  }

  private String name(HostDevice device) {
    return switch (device) {
      case PciFunction function -> function.name().known().orElseGet(() -> idsOf(function.ids()));
      case MediatedDevice mdev -> typeOf(mdev);
      case OtherDevice other -> "";
    };
  }

  /** The ids in brackets, as lspci prints a device that no list names. */
  private static String idsOf(PciIds ids) {
    return "Device [%s:%s]".formatted(hex(ids.vendor().known()), hex(ids.device().known()));
  }

  private static String hex(Optional<Integer> id) {
    return id.map("%04x"::formatted).orElse("?");
  }

  private String typeOf(MediatedDevice mdev) {
    Optional<String> type = mdev.type().known();
    return type.flatMap(id -> typeName(mdev, id)).or(() -> type).orElse("mediated device");
  }

  private Optional<String> typeName(MediatedDevice mdev, String id) {
    return mdev.parent()
        .known()
        .flatMap(parent -> Optional.ofNullable(graph.host().mdevParents().get(parent)))
        .flatMap(parent -> parent.types().stream().filter(type -> type.id().equals(id)).findAny())
        .map(MdevType::name)
        .flatMap(name -> name.known());
  }

  private String foldedAddress(FoldNode fold) {
    List<DeviceNode> twins = fold.twins();
    return switch (fold.first().device()) {
      case PciFunction function when function.sriov().physfn().known().isPresent() ->
          "VF " + vfNumber(fold.first()) + "–" + vfNumber(twins.getLast());
      case PciFunction function ->
          address(function) + "–" + tail(function.address(), twins.getLast());
      case MediatedDevice mdev -> "mdev ×" + twins.size();
      case OtherDevice other -> "×" + twins.size();
    };
  }

  private String foldedName(FoldNode fold) {
    HostDevice first = fold.first().device();
    boolean counted =
        first instanceof MediatedDevice || DeviceClass.of(first) == DeviceClass.VIRTUAL_FUNCTION;
    return counted ? name(first) : fold.twins().size() + " × " + name(first);
  }

  private int vfNumber(DeviceNode vf) {
    return graph.above(vf) instanceof DeviceNode(PciFunction pf)
        ? pf.sriov().virtfns().known().orElse(List.of()).indexOf(vf.ref())
        : -1;
  }

  // What differs at the end: the function alone within a slot, else device and function.
  private static String tail(PciAddress first, DeviceNode last) {
    if (!(last.ref() instanceof PciAddress address)) {
      return last.ref().text();
    }
    boolean sameSlot = first.bus() == address.bus() && first.device() == address.device();
    String slot = address.slot();
    return sameSlot ? "" + address.function() : slot.substring(slot.indexOf(':') + 1);
  }
}
