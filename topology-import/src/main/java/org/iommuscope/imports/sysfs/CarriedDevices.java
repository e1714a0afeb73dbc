package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.PciAddress;

/** The folders in which a function shows what it carries: its own, and of its virtio devices. */
record CarriedDevices(List<Folder> places) {

  /** The places of each function that has a folder; listing folders is what takes time. */
  static Map<PciAddress, CarriedDevices> of(TopologyBuilder host) {
    Map<PciAddress, CarriedDevices> all = new LinkedHashMap<>();
    for (PciAddress function : host.functions.keySet()) {
      host.folderOf(function)
          .ifPresent(folder -> all.put(function, new CarriedDevices(placesIn(folder))));
    }
    return all;
  }

  private static List<Folder> placesIn(Folder device) {
    List<Folder> places = new ArrayList<>(List.of(device));
    device.names().stream()
        .filter(name -> name.startsWith("virtio"))
        .flatMap(name -> device.folder(name).stream())
        .forEach(carried -> places.addAll(placesIn(carried)));
    return places;
  }

  /** The names of the devices of a class: {@code eth0} below {@code net}. */
  SortedSet<String> named(String kind) {
    SortedSet<String> names = new TreeSet<>();
    for (Folder place : places) {
      childrenOf(place, kind).forEach(each -> names.add(each.name()));
      if (kind.equals("block")) {
        addNamespaces(place, names);
      }
    }
    return names;
  }

  private static void addNamespaces(Folder device, SortedSet<String> names) {
    for (Folder controller : childrenOf(device, "nvme")) {
      childrenOf(controller).forEach(space -> blockOf(space.name()).ifPresent(names::add));
    }
  }

  private static List<Folder> childrenOf(Folder folder, String name) {
    return folder.folder(name).map(CarriedDevices::childrenOf).orElse(List.of());
  }

  private static List<Folder> childrenOf(Folder folder) {
    return folder.sortedNames().stream().flatMap(name -> folder.folder(name).stream()).toList();
  }

  /** With multipath, {@code nvme0c1n2} is the hidden path to the disk {@code nvme0n2}. */
  private static Optional<String> blockOf(String namespace) {
    return namespace.matches("nvme\\d+(c\\d+)?n\\d+")
        ? Optional.of(namespace.replaceFirst("c\\d+", ""))
        : Optional.empty();
  }
}
