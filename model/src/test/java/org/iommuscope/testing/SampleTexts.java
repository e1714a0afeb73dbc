package org.iommuscope.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** A host written down in the forms in which people post hosts. */
public final class SampleTexts {

  private static final Map<Integer, String> CLASSES =
      Map.of(
          0x0604, "PCI bridge",
          0x0600, "Host bridge",
          0x0200, "Ethernet controller",
          0x0300, "VGA compatible controller",
          0x0403, "Audio device",
          0x0c03, "USB controller");

  private final HostTopology host;
  private final StringBuilder out = new StringBuilder();

  private SampleTexts(HostTopology host) {
    this.host = host;
  }

  /** What {@code find /sys/kernel/iommu_groups -type l} prints. */
  public static String links(HostTopology host) {
    return new SampleTexts(host)
        .members((group, device) ->
            "/sys/kernel/iommu_groups/" + group + "/devices/" + device.ref().text());
  }

  /** A group and a member on each line. */
  public static String oneLiners(HostTopology host) {
    return new SampleTexts(host)
        .members((group, device) -> "IOMMU Group " + group + " " + line(device));
  }

  /** A line for each group, and its members below. */
  public static String blocks(HostTopology host) {
    SampleTexts text = new SampleTexts(host);
    host.groups()
        .values()
        .forEach(group -> {
          text.out.append("IOMMU Group ").append(group.id()).append(":\n");
          group.members().stream()
              .flatMap(ref -> host.device(ref).stream())
              .filter(PciFunction.class::isInstance)
              .forEach(device -> text.out.append('\t').append(line(device)).append('\n'));
        });
    return text.out.toString();
  }

  /** Ids first, marks for what can be reset, and columns. */
  public static String marked(HostTopology host) {
    SampleTexts text = new SampleTexts(host);
    host.groups()
        .values()
        .forEach(group -> {
          String head = "Group " + group.id() + ":\t";
          for (PciFunction function : text.functionsOf(group.members().stream())) {
            boolean resets =
                function.resetMethods().known().filter(it -> !it.isEmpty()).isPresent();
            text.out.append(head).append(ids(function)).append(resets ? " [R] " : "     ");
            text.out.append(function.address()).append("  ");
            text.out.append("%-40s ".formatted(className(function)));
            text.out.append(function.name().known().orElse("Device")).append('\n');
            head = "\t\t";
          }
        });
    return text.out.toString();
  }

  /** What {@code lspci -vv -nn} prints, as far as the host knows it. */
  public static String verbose(HostTopology host) {
    SampleTexts text = new SampleTexts(host);
    for (PciFunction function : text.functions()) {
      text.out.append(line(function)).append('\n');
      text.attribute("NUMA node: ", function.placement().numaNode());
      text.attribute("IOMMU group: ", function.group());
      text.attribute("Physical Slot: ", function.placement().slot());
      text.buses(function);
      text.attribute("Kernel driver in use: ", function.driver());
      text.out.append('\n');
    }
    return text.out.toString();
  }

  /** What {@code lspci -xxxx} prints for root. */
  public static String hex(HostTopology host) {
    SampleTexts text = new SampleTexts(host);
    for (PciFunction function : text.functions()) {
      text.out.append(line(function)).append('\n');
      function.config().known().ifPresent(text::rows);
      text.out.append('\n');
    }
    return text.out.toString();
  }

  private void rows(ConfigSpace config) {
    for (int row = 0; row + 16 <= config.length(); row += 16) {
      out.append(row < 256 ? "%02x:".formatted(row) : "%03x:".formatted(row));
      for (int i = row; i < row + 16; i++) {
        out.append(" %02x".formatted(config.byteAt(i)));
      }
      out.append('\n');
    }
  }

  /** What {@code grep . /sys/bus/pci/devices/*&#47;*} prints of a few attributes. */
  public static String attributes(HostTopology host) {
    SampleTexts text = new SampleTexts(host);
    for (PciFunction function : text.functions()) {
      String folder = "/sys/bus/pci/devices/" + function.address() + "/";
      function
          .resetMethods()
          .known()
          .ifPresent(it -> text.out.append(folder + "reset_method:" + String.join(" ", it) + "\n"));
      function
          .ids()
          .vendor()
          .known()
          .ifPresent(it -> text.out.append(folder + "vendor:0x" + hex4(it) + "\n"));
    }
    return text.out.toString();
  }

  /** What {@code lspci -vmmk} prints with numbers. */
  public static String machine(HostTopology host) {
    SampleTexts text = new SampleTexts(host);
    for (PciFunction function : text.functions()) {
      text.out.append("Slot:\t").append(function.address().text()).append('\n');
      text.out.append("Class:\t").append(hex4(classOf(function))).append('\n');
      text.field("Vendor:\t", function.ids().vendor());
      text.field("Device:\t", function.ids().device());
      function.driver().known().ifPresent(it -> text.out.append("Driver:\t" + it + "\n"));
      function.group().known().ifPresent(it -> text.out.append("IOMMUGroup:\t" + it + "\n"));
      text.out.append('\n');
    }
    return text.out.toString();
  }

  /** What the kernel says while it boots. */
  public static String log(HostTopology host) {
    SampleTexts text = new SampleTexts(host);
    text.out.append("[    0.000000] Linux version 6.1.0 (builder@host) #1 SMP\n");
    text.functions()
        .forEach(function ->
            text.log(
                "pci %s: [%s:%s] type %02x class 0x%06x"
                    .formatted(
                        function.address(),
                        hex4(function.ids().vendor().known().orElse(0)),
                        hex4(function.ids().device().known().orElse(0)),
                        function.isBridge() ? 1 : 0,
                        function.ids().classCode().known().orElse(0))));
    new TreeMap<>(text.secondaryBuses())
        .forEach(
            (bridge, bus) -> text.log("pci %s: PCI bridge to [bus %02x]".formatted(bridge, bus)));
    text.functions()
        .forEach(function ->
            function
                .group()
                .known()
                .ifPresent(
                    it -> text.log("pci " + function.address() + ": Adding to iommu group " + it)));
    return text.out.append("[    1.000000] Freeing unused kernel memory\n").toString();
  }

  private interface MemberLine {
    String of(int group, HostDevice device);
  }

  private String members(MemberLine line) {
    host.groups()
        .values()
        .forEach(group ->
            group.members().stream()
                .flatMap(ref -> host.device(ref).stream())
                .forEach(device -> out.append(line.of(group.id().number(), device)).append('\n')));
    return out.toString();
  }

  private List<PciFunction> functions() {
    return functionsOf(host.devices().keySet().stream());
  }

  private List<PciFunction> functionsOf(Stream<DeviceRef> refs) {
    return refs.flatMap(ref -> host.device(ref).stream())
        .filter(PciFunction.class::isInstance)
        .map(PciFunction.class::cast)
        .toList();
  }

  private void log(String words) {
    out.append("[    0.500000] ").append(words).append('\n');
  }

  private void attribute(String title, Reading<?> value) {
    value.known().ifPresent(it -> out.append('\t').append(title).append(it).append('\n'));
  }

  private void field(String title, Reading<Integer> id) {
    id.known().ifPresent(it -> out.append(title).append(hex4(it)).append('\n'));
  }

  private void buses(PciFunction function) {
    Integer bus = secondaryBuses().get(function.address());
    if (bus != null) {
      out.append(
          "\tBus: primary=%02x, secondary=%02x, subordinate=%02x, sec-latency=0\n"
              .formatted(function.address().bus(), bus, bus));
    }
  }

  private final Map<PciAddress, Integer> buses = new TreeMap<>();

  /** The lowest bus below each bridge that has something below it. */
  private Map<PciAddress, Integer> secondaryBuses() {
    if (buses.isEmpty()) {
      BiConsumer<PciAddress, PciFunction> keep =
          (bridge, function) -> buses.merge(bridge, function.address().bus(), Math::min);
      functions()
          .forEach(function ->
              function
                  .placement()
                  .upstream()
                  .known()
                  .ifPresent(bridge -> keep.accept(bridge, function)));
    }
    return buses;
  }

  private static String line(HostDevice device) {
    if (!(device instanceof PciFunction function)) {
      return device.ref().text();
    }
    return "%s %s [%s]: %s %s (rev %02x)"
        .formatted(
            function.address().text(),
            className(function),
            hex4(classOf(function)),
            function.name().known().orElse("Device"),
            ids(function),
            function.ids().revision().known().orElse(0));
  }

  private static String className(PciFunction function) {
    return CLASSES.getOrDefault(classOf(function), "System peripheral");
  }

  private static int classOf(PciFunction function) {
    return function.ids().classCode().known().orElse(0) >> 8;
  }

  private static String ids(PciFunction function) {
    return "["
        + hex4(function.ids().vendor().known().orElse(0))
        + ":"
        + hex4(function.ids().device().known().orElse(0))
        + "]";
  }

  private static String hex4(int number) {
    return "%04x".formatted(number);
  }
}
