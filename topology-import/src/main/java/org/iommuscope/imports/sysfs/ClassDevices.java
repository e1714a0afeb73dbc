package org.iommuscope.imports.sysfs;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.model.topology.PciAddress;

/**
 * The devices of one class, {@code sys/class/net}, and the functions that carry them: by the path
 * that a link of the class takes, or by the class's folder inside the function's own.
 */
final class ClassDevices {

  private final String kind;
  private final SysfsCapture capture;
  private final boolean isListed;
  private final SortedMap<String, String> targets = new TreeMap<>();
  private final Map<String, SortedSet<PciAddress>> carriers = new HashMap<>();

  private ClassDevices(String kind, SysfsCapture capture, boolean isListed) {
    this.kind = kind;
    this.capture = capture;
    this.isListed = isListed;
  }

  static ClassDevices read(
      SysfsCapture capture, Map<PciAddress, CarriedDevices> functions, String kind) {
    Optional<Folder> all = capture.folder("sys/class/" + kind);
    ClassDevices devices = new ClassDevices(kind, capture, all.isPresent());
    for (String name : all.map(Folder::sortedNames).orElse(List.of())) {
      all.flatMap(folder -> folder.link(name)).ifPresent(link -> devices.add(name, link));
    }
    functions.forEach(
        (function, carried) -> carried.named(kind).forEach(name -> devices.carry(name, function)));
    return devices;
  }

  private void add(String name, Link link) {
    targets.put(name, link.target());
    functionIn(link.target()).ifPresent(function -> carry(name, function));
  }

  private void carry(String name, PciAddress function) {
    carriers.computeIfAbsent(name, none -> new TreeSet<>()).add(function);
  }

  /** The function that a path runs through last. */
  private static Optional<PciAddress> functionIn(String path) {
    return Arrays.stream(path.split("/"))
        .flatMap(name -> PciAddress.parse(name).stream())
        .reduce((above, below) -> below);
  }

  /** Whether the capture says anything of this class. */
  boolean isAny() {
    return isListed || !carriers.isEmpty();
  }

  SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(targets.keySet());
    names.addAll(carriers.keySet());
    return names;
  }

  /** The functions that carry a device by itself. */
  SortedSet<PciAddress> carriersOf(String name) {
    return carriers.getOrDefault(name, Collections.emptySortedSet());
  }

  /** The names of the folders on the way to a device, from its class's link. */
  List<String> wayTo(String name) {
    return List.of(targets.getOrDefault(name, "").split("/"));
  }

  /** A device's own folder, where the capture has it. */
  Optional<Folder> folderOf(String name) {
    return capture
        .tree()
        .folder("sys/class/" + kind + "/" + name)
        .or(() -> capture.tree().folder("sys/devices/virtual/" + kind + "/" + name));
  }

  /** The text of a file in a device's folder. */
  Optional<String> textIn(Folder folder, String file) {
    return folder.child(file).flatMap(capture::text).map(String::strip);
  }
}
