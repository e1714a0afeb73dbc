package org.iommuscope.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iommuscope.imports.report.ImportNote;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MdevBacking;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** An imported host as a text for people: its tree, its shared groups, its mdevs, the notes. */
public final class TopologyText {

  private final HostTopology host;
  private final StringBuilder out = new StringBuilder();

  private TopologyText(HostTopology host) {
    this.host = host;
  }

  /** All of it, ending with the notes. */
  public static String of(ImportResult result) {
    String notes = notes(result.notes());
    return topology(result) + (notes.isEmpty() ? "" : "\nNotes\n" + notes);
  }

  /** Everything but the notes. */
  public static String topology(ImportResult result) {
    TopologyText text = new TopologyText(result.host());
    text.addHeading();
    text.addTree();
    text.addSharedGroups();
    text.addReservedRegions();
    text.addMdevParents();
    return text.out.toString();
  }

  /** The notes, one a line; nothing where there are none. */
  public static String notes(List<ImportNote> notes) {
    StringBuilder out = new StringBuilder();
    for (ImportNote note : notes) {
      String line = note.line().isPresent() ? ":" + note.line().getAsInt() : "";
      String where = note.where().isEmpty() ? "" : " " + plain(note.where()) + line;
      out.append("  ").append(lowerCase(note.kind())).append(where).append(": ");
      out.append(plain(note.text())).append('\n');
    }
    return out.toString();
  }

  private void addHeading() {
    out.append("Kernel ").append(word(host.kernel().release(), "none")).append("; IOMMU ");
    out.append(word(host.kernel().iommu().map(TopologyText::lowerCase), "none"));
    out.append("; interrupt remapping ");
    out.append(word(host.kernel().interruptRemapping().map(on -> on ? "on" : "off"), "not asked"));
    out.append('\n');
    long functions = count(PciFunction.class);
    long mdevs = count(MediatedDevice.class);
    out.append(functions).append(" PCI functions, ");
    out.append(host.devices().size() - functions - mdevs).append(" other devices, ");
    out.append(mdevs).append(" mdevs, ").append(host.groups().size()).append(" groups\n");
  }

  private long count(Class<? extends HostDevice> kind) {
    return host.devices().values().stream().filter(kind::isInstance).count();
  }

  /** The functions below the bridges that lead to them, tree by tree, then the other devices. */
  private void addTree() {
    Map<String, List<PciFunction>> roots = new TreeMap<>();
    Map<PciAddress, List<PciFunction>> below = new TreeMap<>(DeviceRef::compareTo);
    List<OtherDevice> others = new ArrayList<>();
    for (HostDevice device : host.devices().values()) {
      switch (device) {
        case PciFunction function -> {
          Optional<PciAddress> bridge =
              function.placement().upstream().known().filter(host.devices()::containsKey);
          if (bridge.isPresent()) {
            below.computeIfAbsent(bridge.get(), none -> new ArrayList<>()).add(function);
          } else {
            String root = function.placement().hostBridge().known().orElse("PCI");
            roots.computeIfAbsent(root, none -> new ArrayList<>()).add(function);
          }
        }
        case OtherDevice other -> others.add(other);
        case MediatedDevice mdev -> {}
      }
    }
    for (Map.Entry<String, List<PciFunction>> root : roots.entrySet()) {
      out.append('\n').append(plain(root.getKey())).append('\n');
      root.getValue().forEach(function -> addFunction(function, below, 1));
    }
    addOthers(others);
  }

  private void addFunction(
      PciFunction function, Map<PciAddress, List<PciFunction>> below, int depth) {
    addLine(depth, function, function.name().known().orElse("unknown device"), role(function));
    host.mdevsOf(function.address()).forEach(mdev -> addMdev(mdev, depth + 1));
    below
        .getOrDefault(function.address(), List.of())
        .forEach(each -> addFunction(each, below, depth + 1));
  }

  private static String role(PciFunction function) {
    List<String> words = new ArrayList<>();
    if (function.isBridge()) {
      words.add("bridge");
    }
    function.sriov().physfn().known().ifPresent(pf -> words.add("VF of " + pf));
    function
        .sriov()
        .virtfns()
        .known()
        .filter(vfs -> !vfs.isEmpty())
        .ifPresent(vfs -> words.add(vfs.size() + " VFs"));
    function.bootVga().known().filter(is -> is).ifPresent(is -> words.add("boot VGA"));
    function.uses().known().ifPresent(words::addAll);
    return words.stream().map(word -> ", " + plain(word)).collect(Collectors.joining());
  }

  private void addOthers(List<OtherDevice> others) {
    if (!others.isEmpty()) {
      out.append("\nOther devices\n");
    }
    for (OtherDevice other : others) {
      String bus = other.bus().equals(OtherDevice.UNKNOWN_BUS) ? "bus not captured" : other.bus();
      addLine(1, other, bus, "");
      host.mdevsOf(other.name()).forEach(mdev -> addMdev(mdev, 2));
    }
  }

  private void addMdev(MediatedDevice mdev, int depth) {
    String backing =
        MdevBacking.toldBy(host, mdev)
            .map(kind -> ", backed by the " + lowerCase(kind))
            .orElse(", backing not told");
    addLine(depth, mdev, "mdev " + word(mdev.type(), "without type"), backing);
  }

  private void addLine(int depth, HostDevice device, String what, String remarks) {
    out.append("  ".repeat(depth)).append(plain(device.ref().text()));
    out.append("  [").append(group(device.group())).append("]  ");
    out.append(plain(what)).append(", ").append(driver(device.driver())).append(remarks);
    out.append('\n');
  }

  private static String group(Reading<GroupId> group) {
    return switch (group) {
      case Reading.Present<GroupId>(GroupId id) -> "group " + id;
      case Reading.Absent<GroupId>() -> "no group";
      case Reading.Unread<GroupId>() -> "group not captured";
    };
  }

  private static String driver(Reading<String> driver) {
    return switch (driver) {
      case Reading.Present<String>(String name) -> "driver " + plain(name);
      case Reading.Absent<String>() -> "no driver";
      case Reading.Unread<String>() -> "driver not captured";
    };
  }

  private void addSharedGroups() {
    List<IommuGroup> notable =
        host.groups().values().stream()
            .filter(each -> each.members().size() != 1 || each.kind() != IommuGroup.Kind.PHYSICAL)
            .toList();
    if (!notable.isEmpty()) {
      out.append("\nGroups of several devices, of mdevs or without an IOMMU\n");
    }
    for (IommuGroup group : notable) {
      out.append("  group ").append(group.id()).append(" (").append(lowerCase(group.kind()));
      out.append(", type ").append(word(group.type(), "none")).append("): ");
      String members =
          group.members().stream().map(ref -> plain(ref.text())).collect(Collectors.joining(" "));
      out.append(members.isEmpty() ? "no members" : members).append('\n');
    }
  }

  /** The regions that decide about assignment; every group has those for interrupts. */
  private void addReservedRegions() {
    for (IommuGroup group : host.groups().values()) {
      group.reservedRegions().known().orElse(List.of()).stream()
          .filter(region -> region.type().startsWith("direct"))
          .forEach(region ->
              out.append(
                  "  group %s reserves 0x%x to 0x%x, %s%n"
                      .formatted(group.id(), region.start(), region.end(), plain(region.type()))));
    }
  }

  private void addMdevParents() {
    if (!host.mdevParents().isEmpty()) {
      out.append("\nMdev parents\n");
    }
    for (MdevParent parent : host.mdevParents().values()) {
      out.append("  ").append(plain(parent.device().text())).append('\n');
      parent.types().forEach(this::addType);
      if (host.device(parent.device()).isEmpty()) {
        host.mdevsOf(parent.device()).forEach(mdev -> addMdev(mdev, 2));
      }
    }
  }

  private void addType(MdevType type) {
    String available =
        type.availableInstances()
            .known()
            .map(number -> number + " more")
            .orElse("how many unknown");
    out.append("    type ").append(plain(type.id())).append(", ").append(available).append('\n');
  }

  private static String word(Reading<String> reading, String none) {
    return switch (reading) {
      case Reading.Present<String>(String value) -> plain(value);
      case Reading.Absent<String>() -> none;
      case Reading.Unread<String>() -> "not captured";
    };
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Text from a capture without the characters that would steer a terminal. */
  private static String plain(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? '?' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
