package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * Finds the folder of every PCI function: the links of {@code sys/bus/pci/devices}, and the tree
 * below {@code sys/devices} for those that have no such link.
 */
final class PciFolders implements Reader {

  static final String BUS = "sys/bus/pci/devices";

  /** Host bridges hang directly below, or behind a platform or ACPI device. */
  private static final int DEEPEST_ROOT = 8;

  @Override
  public Phase phase() {
    return Phase.DEVICES;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    capture.folder(BUS).ifPresent(bus -> readBus(capture, bus, host));
    capture
        .tree()
        .folder("sys/devices")
        .ifPresent(devices -> searchRoots(capture, devices, host, DEEPEST_ROOT));
    capture
        .tree()
        .folder(IommuGroups.FOLDER)
        .ifPresent(groups -> readMembers(capture, groups, host));
  }

  /** A function that only its group leads to may lie anywhere. */
  private static void readMembers(SysfsCapture capture, Folder groups, TopologyBuilder host) {
    for (Folder group : capture.foldersIn(groups)) {
      Optional<Folder> devices = group.folder("devices");
      for (Folder member : devices.map(capture::foldersIn).orElse(List.of())) {
        PciAddress.parse(member.name())
            .filter(address -> !host.folders.containsKey(address))
            .ifPresent(address -> place(member.path(), host.function(address), member, host));
      }
    }
  }

  private static void readBus(SysfsCapture capture, Folder bus, TopologyBuilder host) {
    for (String name : bus.sortedNames()) {
      Entry entry = bus.child(name).orElseThrow();
      Optional<PciAddress> address = PciAddress.parse(name);
      if (address.isEmpty()) {
        capture.malformed(entry, name, "an address such as 0000:01:00.0");
      } else {
        add(capture, entry, address.get(), host);
      }
    }
  }

  private static void add(
      SysfsCapture capture, Entry entry, PciAddress address, TopologyBuilder host) {
    if (host.functions.containsKey(address)) {
      capture.notes().contradiction(entry.path(), "the address is there twice; the first counts");
      return;
    }
    PciDraft function = host.function(address);
    switch (entry) {
      case Link link -> addBehind(capture, link, function, host);
      case Folder folder -> place(folder.path(), function, folder, host);
      default -> capture.malformed(entry, "a file", "a link to the function's folder");
    }
  }

  private static void addBehind(
      SysfsCapture capture, Link link, PciDraft function, TopologyBuilder host) {
    Optional<Folder> folder = capture.folderBehind(link);
    if (folder.isPresent()) {
      place(folder.get().path(), function, folder.get(), host);
    } else {
      capture.noteDangling(link);
      setPlacement(link.target(), function);
    }
  }

  private static void place(String path, PciDraft function, Folder folder, TopologyBuilder host) {
    host.folders.put(function.address, folder);
    setPlacement(path, function);
  }

  /** A path below {@code sys/devices} names every bridge above; no file has to be there for it. */
  private static void setPlacement(String path, PciDraft function) {
    String[] names = path.split("/");
    if (names.length < 2) {
      return;
    }
    String above = names[names.length - 2];
    if (isRoot(above)) {
      function.upstream = Reading.absent();
    }
    PciAddress.parse(above).ifPresent(bridge -> function.upstream = Reading.of(bridge));
    for (String name : names) {
      if (isRoot(name)) {
        function.hostBridge = Reading.of(name);
      }
    }
  }

  /** Whether this is the folder of a root bus, {@code pci0000:00}. */
  private static boolean isRoot(String name) {
    int colon = name.indexOf(':');
    return name.startsWith("pci") && colon >= 7 && colon == name.length() - 3;
  }

  private static void searchRoots(
      SysfsCapture capture, Folder folder, TopologyBuilder host, int depth) {
    for (String name : folder.sortedNames()) {
      if (isRoot(name)) {
        folder.folder(name).ifPresent(root -> searchFunctions(capture, root, host));
      } else if (depth > 0 && mayHoldRoots(folder, name)) {
        folder.folder(name).ifPresent(below -> searchRoots(capture, below, host, depth - 1));
      }
    }
  }

  /** Leaves out the two largest parts of a live host's tree, in which no PCI bus can be. */
  private static boolean mayHoldRoots(Folder folder, String name) {
    boolean isTop = folder.name().equals("devices");
    return !(isTop && (name.equals("system") || name.equals("virtual")));
  }

  private static void searchFunctions(SysfsCapture capture, Folder bus, TopologyBuilder host) {
    for (String name : busesAndFunctions(bus)) {
      if (isRoot(name)) {
        bus.folder(name).ifPresent(below -> searchFunctions(capture, below, host));
      } else {
        Optional<PciAddress> address = PciAddress.parse(name);
        Optional<Folder> folder = bus.folder(name);
        if (address.isPresent() && folder.isPresent()) {
          found(capture, folder.get(), address.get(), host);
          searchFunctions(capture, folder.get(), host);
        }
      }
    }
  }

  /** Sorted; most names in a function's folder are those of its attributes. */
  private static List<String> busesAndFunctions(Folder bus) {
    List<String> names = new ArrayList<>();
    for (String name : bus.names()) {
      if (isRoot(name) || looksLikeAddress(name)) {
        names.add(name);
      }
    }
    Collections.sort(names);
    return names;
  }

  private static boolean looksLikeAddress(String name) {
    return name.length() >= 12 && name.charAt(name.length() - 2) == '.';
  }

  private static void found(
      SysfsCapture capture, Folder folder, PciAddress address, TopologyBuilder host) {
    PciDraft function = host.function(address);
    Folder known = host.folders.get(address);
    if (known == null) {
      place(folder.path(), function, folder, host);
    } else if (!known.equals(folder) && !isCopyOnBus(known)) {
      capture
          .notes()
          .contradiction(
              folder.path(),
              "the address " + address + " has a folder " + known.path() + " too; that one counts");
    }
  }

  /** A capture that was copied with its links resolved has every function twice, rightly. */
  private static boolean isCopyOnBus(Folder known) {
    return known.path().startsWith(BUS);
  }
}
