package org.iommuscope.imports.sysfs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.HostUses;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * Reads what the host does with each function: the devices of {@code sys/class/net}, {@code block},
 * {@code drm}, {@code input} and {@code graphics} that it carries, and what of them is in use.
 *
 * <p>A function without any is used for nothing only where the capture has a class for some
 * function; else nothing is known of uses.
 */
final class DeviceUses implements Reader {

  private static final List<String> CLASSES = List.of("net", "block", "drm", "input", "graphics");

  @Override
  public Phase phase() {
    return Phase.USES;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    SequencedMap<String, ClassDevices> classes = new LinkedHashMap<>();
    Map<PciAddress, CarriedDevices> functions = CarriedDevices.of(host);
    CLASSES.forEach(kind -> classes.put(kind, ClassDevices.read(capture, functions, kind)));
    host.uses = new UsesInForce(capture, classes, host).read();
    Map<PciAddress, SortedSet<String>> carried = new HashMap<>();
    classes.forEach((kind, devices) -> collect(kind, devices, carried));
    if (classes.values().stream().anyMatch(ClassDevices::isAny)) {
      host.functions.values().forEach(each -> each.uses = usesOf(each, carried, host, capture));
    }
  }

  private static void collect(
      String kind, ClassDevices devices, Map<PciAddress, SortedSet<String>> carried) {
    for (String name : devices.names()) {
      for (PciAddress function : devices.carriersOf(name)) {
        carried.computeIfAbsent(function, none -> new TreeSet<>()).add(kind + " " + name);
      }
    }
  }

  private static Reading<List<String>> usesOf(
      PciDraft function,
      Map<PciAddress, SortedSet<String>> carried,
      TopologyBuilder host,
      SysfsCapture capture) {
    SortedSet<String> found = carried.getOrDefault(function.address, new TreeSet<>());
    List<String> uses =
        Stream.concat(found.stream(), labels(host.uses, function.address)).distinct().toList();
    boolean proves = host.folderOf(function.address).isPresent() && capture.tree().isComplete();
    return uses.isEmpty() && !proves ? Reading.unread() : Reading.of(uses);
  }

  private static Stream<String> labels(HostUses uses, PciAddress function) {
    return uses.of(function).stream().map(HostUse::label);
  }
}
