package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/** Reads {@code sys/class/mdev_bus} and each parent's {@code mdev_supported_types}. */
final class MdevParents implements Reader {

  static final String TYPES = "mdev_supported_types";

  @Override
  public Phase phase() {
    return Phase.MEDIATED;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    capture.folder("sys/class/mdev_bus").ifPresent(bus -> readBus(capture, bus, host));
    for (Map.Entry<DeviceRef, Folder> device : List.copyOf(host.folders.entrySet())) {
      boolean isListed = host.mdevParents.containsKey(device.getKey());
      if (!isListed && device.getValue().folder(TYPES).isPresent()) {
        add(capture, device.getKey(), device.getValue(), host);
      }
    }
  }

  private static void readBus(SysfsCapture capture, Folder bus, TopologyBuilder host) {
    for (String name : bus.sortedNames()) {
      DeviceNames.parse(name)
          .ifPresent(parent -> readParent(capture, bus.child(name).orElseThrow(), parent, host));
    }
  }

  private static void readParent(
      SysfsCapture capture, Entry entry, DeviceRef parent, TopologyBuilder host) {
    Optional<Folder> folder = capture.folderBehind(entry).or(() -> host.folderOf(parent));
    if (folder.isPresent()) {
      add(capture, parent, folder.get(), host);
      return;
    }
    host.mdevParents.put(parent, new MdevParent(parent, List.of()));
    if (entry instanceof Link link) {
      capture.noteDanglingOnce(link);
    }
  }

  private static void add(
      SysfsCapture capture, DeviceRef parent, Folder folder, TopologyBuilder host) {
    if (!(parent instanceof PciAddress)) {
      host.folders.putIfAbsent(parent, folder);
    }
    List<MdevType> types = new ArrayList<>();
    Optional<Folder> all = folder.folder(TYPES);
    for (Folder type : all.map(capture::foldersIn).orElse(List.of())) {
      types.add(type(new DeviceFolder(capture, type), type.name()));
    }
    if (all.isEmpty()) {
      capture.noteMissing(folder.path() + "/" + TYPES, "an mdev parent has it; no types are known");
    }
    host.mdevParents.put(parent, new MdevParent(parent, types));
  }

  /** Older kernels have no {@code name} where the vendor's driver gives none. */
  private static MdevType type(DeviceFolder type, String id) {
    Reading<String> name =
        !type.has("name") && type.has("device_api") ? Reading.absent() : type.text("name");
    Reading<Integer> available =
        type.value(
            "available_instances",
            // mtty of Linux 5.10 counts below zero
            text -> Attributes.decimal(text, Integer.MIN_VALUE, Integer.MAX_VALUE),
            "a number");
    return new MdevType(id, name, type.text("device_api"), available);
  }
}
