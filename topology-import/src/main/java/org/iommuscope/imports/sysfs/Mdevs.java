package org.iommuscope.imports.sysfs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.Reading;

/**
 * Reads {@code sys/bus/mdev/devices/<uuid>}, and the folders named by a UUID in each parent for
 * those that have no such link.
 */
final class Mdevs implements Reader {

  private static final String BUS = "sys/bus/mdev/devices";

  @Override
  public Phase phase() {
    return Phase.MEDIATED;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    capture.folder(BUS).ifPresent(bus -> readBus(capture, bus, host));
    for (DeviceRef parent : List.copyOf(host.mdevParents.keySet())) {
      host.folderOf(parent).ifPresent(folder -> readChildren(folder, host));
    }
    for (MdevDraft mdev : host.mdevs.values()) {
      host.folderOf(mdev.uuid).ifPresent(folder -> fill(capture, folder, mdev));
    }
    readTypes(capture, host);
    readDrivers(capture, host);
  }

  private static void readBus(SysfsCapture capture, Folder bus, TopologyBuilder host) {
    for (String name : bus.sortedNames()) {
      Entry entry = bus.child(name).orElseThrow();
      Optional<MdevUuid> uuid = MdevUuid.parse(name);
      if (uuid.isEmpty()) {
        capture.malformed(entry, name, "a UUID");
      } else {
        add(capture, entry, host.mdev(uuid.get()), host);
      }
    }
  }

  private static void add(SysfsCapture capture, Entry entry, MdevDraft mdev, TopologyBuilder host) {
    switch (entry) {
      case Folder folder -> host.folders.putIfAbsent(mdev.uuid, folder);
      case Link link -> {
        if (capture.tree().follow(link).orElse(null) instanceof Folder folder) {
          host.folders.putIfAbsent(mdev.uuid, folder);
        } else {
          capture.noteDanglingOnce(link);
          mdev.parent = parentIn(link.target());
        }
      }
      default -> capture.malformed(entry, "a file", "a link to the mdev's folder");
    }
  }

  private static void readChildren(Folder parent, TopologyBuilder host) {
    for (String name : parent.sortedNames()) {
      Optional<MdevUuid> uuid = MdevUuid.parse(name);
      if (uuid.isPresent() && !host.folders.containsKey(uuid.get())) {
        parent
            .folder(name)
            .ifPresent(folder -> {
              host.mdev(uuid.get());
              host.folders.put(uuid.get(), folder);
            });
      }
    }
  }

  private static void fill(SysfsCapture capture, Folder folder, MdevDraft mdev) {
    DeviceFolder attributes = new DeviceFolder(capture, folder);
    mdev.parent = parentIn(folder.path());
    mdev.type = attributes.linkName("mdev_type");
    mdev.driver = attributes.linkName("driver");
    Reading<GroupId> own = GroupNumbers.of(attributes);
    mdev.group = mdev.group.isUnread() ? own : mdev.group;
  }

  /** Reads {@code mdev_supported_types/<type>/devices/<uuid>}, the other end of the type's link. */
  private static void readTypes(SysfsCapture capture, TopologyBuilder host) {
    for (DeviceRef parent : host.mdevParents.keySet()) {
      Optional<Folder> types =
          host.folderOf(parent).flatMap(folder -> folder.folder(MdevParents.TYPES));
      for (Folder type : types.map(capture::foldersIn).orElse(List.of())) {
        mdevsIn(type.folder("devices"), host)
            .filter(mdev -> mdev.type.isUnread())
            .forEach(mdev -> mdev.type = Reading.of(type.name()));
      }
    }
  }

  /** Reads {@code sys/bus/mdev/drivers/<driver>/<uuid>}, the other end of the driver's link. */
  private static void readDrivers(SysfsCapture capture, TopologyBuilder host) {
    Optional<Folder> drivers = capture.folder("sys/bus/mdev/drivers");
    for (Folder driver : drivers.map(capture::foldersIn).orElse(List.of())) {
      mdevsIn(Optional.of(driver), host)
          .filter(mdev -> mdev.driver.isUnread())
          .forEach(mdev -> mdev.driver = Reading.of(driver.name()));
    }
  }

  private static Stream<MdevDraft> mdevsIn(Optional<Folder> folder, TopologyBuilder host) {
    return folder.stream()
        .flatMap(names -> names.sortedNames().stream())
        .flatMap(name -> MdevUuid.parse(name).stream())
        .flatMap(uuid -> Optional.ofNullable(host.mdevs.get(uuid)).stream());
  }

  /** An mdev's folder lies in that of its parent; on the bus there are only links. */
  private static Reading<DeviceRef> parentIn(String path) {
    String[] names = path.split("/");
    if (names.length < 2 || path.startsWith(BUS)) {
      return Reading.unread();
    }
    return DeviceNames.parse(names[names.length - 2]).map(Reading::of).orElseGet(Reading::unread);
  }
}
