package org.iommuscope.model.impact;

import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.Reading;

/** What is worth knowing of the functions that guests get. */
final class FunctionAdvice {

  /** From here on firmware of guests needs to be told of a wider window. */
  private static final long LARGE_BARS = 16L << 30;

  private final HostTopology host;
  private final SequencedSet<PciFunction> functions;
  private final Set<DeviceRef> taken;
  private final List<Advice> all;

  private FunctionAdvice(
      HostTopology host,
      SequencedSet<PciFunction> functions,
      Set<DeviceRef> taken,
      List<Advice> all) {
    this.host = host;
    this.functions = functions;
    this.taken = taken;
    this.all = all;
  }

  static void add(
      HostTopology host,
      AssignmentPlan plan,
      SequencedSet<PciFunction> functions,
      List<Advice> all) {
    Set<DeviceRef> taken = Departing.of(host, plan).keySet();
    FunctionAdvice advice = new FunctionAdvice(host, functions, taken, all);
    advice.addBridges();
    advice.addTwins();
    advice.addDisplays();
    advice.addResets();
    advice.addLargeBars();
  }

  private void addBridges() {
    List<PciAddress> bridges =
        functions.stream()
            .flatMap(function -> host.groupOf(function.address()).stream())
            .flatMap(group -> group.members().stream())
            .flatMap(member -> host.device(member).stream())
            .filter(device -> device instanceof PciFunction function && function.isBridge())
            .map(device -> ((PciFunction) device).address())
            .distinct()
            .toList();
    if (!bridges.isEmpty()) {
      add(
          Advice.Topic.BRIDGE,
          bridges,
          "a bridge in a guest's group stays with the host, keeps its driver and does no harm: "
              + HostAdvice.words(bridges));
    }
  }

  /** {@code vfio-pci.ids=} takes every function of the ids that it names. */
  private void addTwins() {
    for (String ids : functions.stream().flatMap(each -> idsOf(each)).distinct().toList()) {
      List<PciAddress> staying =
          host.devices().values().stream()
              .filter(PciFunction.class::isInstance)
              .map(PciFunction.class::cast)
              .filter(other -> idsOf(other).anyMatch(ids::equals) && !taken.contains(other.ref()))
              .map(PciFunction::address)
              .toList();
      if (!staying.isEmpty()) {
        add(
            Advice.Topic.IDS,
            staying,
            "bind by address: vfio-pci.ids="
                + ids
                + " would also take "
                + HostAdvice.words(staying)
                + ", left to the host");
      }
    }
  }

  private static Stream<String> idsOf(PciFunction function) {
    PciIds ids = function.ids();
    boolean isEndpoint = !function.isBridge();
    return isEndpoint && ids.vendor().known().isPresent() && ids.device().known().isPresent()
        ? Stream.of("%04x:%04x".formatted(ids.vendor().known().get(), ids.device().known().get()))
        : Stream.empty();
  }

  private void addDisplays() {
    for (PciFunction function : functions) {
      boolean isBoot = function.bootVga().known().filter(is -> is).isPresent();
      boolean isConsole =
          host.uses().of(function.address()).stream()
              .anyMatch(use -> use.kind() == HostUse.Kind.CONSOLE);
      if (isBoot || isConsole) {
        add(
            Advice.Topic.DISPLAY,
            List.of(function.address()),
            function.address()
                + " shows the host's console: its boot framebuffer may keep a BAR (\"can't"
                + " reserve\" in the kernel log) unless the kernel starts with"
                + " initcall_blacklist=sysfb_init");
      }
    }
  }

  private void addResets() {
    for (PciFunction function : functions) {
      switch (function.resetMethods()) {
        case Reading.Absent<List<String>>() ->
            addReset(function, " cannot be reset: the next guest finds it as the last one left it");
        case Reading.Present<List<String>>(List<String> methods) -> addShared(function, methods);
        case Reading.Unread<List<String>>() -> {}
      }
    }
  }

  private void addShared(PciFunction function, List<String> methods) {
    List<PciAddress> reach = BusReset.reachOf(host, function);
    if (!BusReset.isAlone(methods) && !reach.isEmpty()) {
      addReset(
          function,
          " can be reset only with its bus ("
              + String.join(", ", methods)
              + "), which reaches "
              + HostAdvice.words(reach));
    }
  }

  private void addReset(PciFunction function, String words) {
    add(Advice.Topic.RESET, List.of(function.address()), function.address() + words);
  }

  private void addLargeBars() {
    for (PciFunction function : functions) {
      long bytes =
          function.bars().known().orElse(List.of()).stream().mapToLong(Long::longValue).sum();
      if (bytes >= LARGE_BARS) {
        add(
            Advice.Topic.ADDRESS_WIDTH,
            List.of(function.address()),
            function.address()
                + " has resources of "
                + (bytes >> 30)
                + " GiB: the guest's firmware and address width must have room for them");
      }
    }
  }

  private void add(Advice.Topic topic, List<PciAddress> devices, String sentence) {
    all.add(new Advice(topic, devices.stream().map(DeviceRef.class::cast).toList(), sentence));
  }
}
