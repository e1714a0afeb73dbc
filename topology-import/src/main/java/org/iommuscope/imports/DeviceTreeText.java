package org.iommuscope.imports;

import static org.iommuscope.imports.HostWords.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevBacking;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;

/** The devices of a host, a line each: functions below the bridges that lead to them. */
final class DeviceTreeText {

  /** Stands for the root of functions whose place was not captured. */
  private static final String UNKNOWN_ROOT = "PCI";

  private final HostTopology host;
  private final StringBuilder out;

  DeviceTreeText(HostTopology host, StringBuilder out) {
    this.host = host;
    this.out = out;
  }

  void addFunctions() {
    Map<String, List<PciFunction>> roots = new TreeMap<>();
    Map<DeviceRef, List<PciFunction>> below = new HashMap<>();
    for (HostDevice device : host.devices().values()) {
      if (device instanceof PciFunction function) {
        bridgeAbove(function)
            .map(bridge -> below.computeIfAbsent(bridge, none -> new ArrayList<>()))
            .orElseGet(() -> roots.computeIfAbsent(rootOf(function), none -> new ArrayList<>()))
            .add(function);
      }
    }
    roots.forEach((root, functions) -> {
      out.append('\n').append(plain(root)).append('\n');
      functions.forEach(function -> addFunction(function, below, 1));
    });
  }

  private Optional<DeviceRef> bridgeAbove(PciFunction function) {
    return function
        .placement()
        .upstream()
        .known()
        .filter(host.devices()::containsKey)
        .map(bridge -> bridge);
  }

  private static String rootOf(PciFunction function) {
    return function.placement().hostBridge().known().orElse(UNKNOWN_ROOT);
  }

  private void addFunction(
      PciFunction function, Map<DeviceRef, List<PciFunction>> below, int depth) {
    addLine(depth, function, function.name().known().orElse("unknown device"), role(function));
    addMdevsOf(function.address(), depth + 1);
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

  void addOthers() {
    List<OtherDevice> others =
        host.devices().values().stream()
            .filter(OtherDevice.class::isInstance)
            .map(OtherDevice.class::cast)
            .toList();
    if (!others.isEmpty()) {
      out.append("\nOther devices\n");
    }
    for (OtherDevice other : others) {
      String bus = other.bus().equals(OtherDevice.UNKNOWN_BUS) ? "bus not captured" : other.bus();
      addLine(1, other, bus, "");
      addMdevsOf(other.name(), 2);
    }
  }

  void addMdevsOf(DeviceRef parent, int depth) {
    host.mdevsOf(parent).forEach(mdev -> addMdev(mdev, depth));
  }

  /** The mdevs that stand below no device and no parent. */
  void addOrphans() {
    host.devices().values().stream()
        .filter(MediatedDevice.class::isInstance)
        .map(MediatedDevice.class::cast)
        .filter(mdev -> mdev.parent().known().filter(this::isShown).isEmpty())
        .forEach(mdev -> addMdev(mdev, 1));
  }

  private boolean isShown(DeviceRef parent) {
    return host.devices().containsKey(parent) || host.mdevParents().containsKey(parent);
  }

  private void addMdev(MediatedDevice mdev, int depth) {
    String backing =
        MdevBacking.toldBy(host, mdev)
            .map(kind -> ", backed by the " + HostWords.lowerCase(kind))
            .orElse(", backing not told");
    addLine(depth, mdev, "mdev " + HostWords.fact(mdev.type(), "without type"), backing);
  }

  private void addLine(int depth, HostDevice device, String what, String remarks) {
    out.append("  ".repeat(depth)).append(plain(device.ref().text()));
    out.append("  [").append(HostWords.group(device.group())).append("]  ");
    out.append(plain(what)).append(", ").append(HostWords.driver(device.driver()));
    out.append(remarks).append('\n');
  }
}
