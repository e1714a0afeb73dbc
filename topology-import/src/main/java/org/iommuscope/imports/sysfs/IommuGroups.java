package org.iommuscope.imports.sysfs;

import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.capture.Entry;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.ReservedRegion;

/**
 * Reads {@code sys/kernel/iommu_groups/<id>}.
 *
 * <p>A member is what its link leads to: where two names collide, {@code iommu_group_add_device}
 * numbers the link and not the device.
 */
final class IommuGroups implements Reader {

  static final String FOLDER = "sys/kernel/iommu_groups";

  @Override
  public Phase phase() {
    return Phase.GROUPS;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    Optional<Folder> groups = capture.folder(FOLDER);
    if (groups.isEmpty()) {
      capture.noteMissing(FOLDER, "it is not in the capture; groups are known by links alone");
      return;
    }
    for (String name : groups.get().sortedNames()) {
      readGroup(capture, groups.get().child(name).orElseThrow(), name, host);
    }
    readNoiommuNodes(capture, host);
  }

  private static void readGroup(
      SysfsCapture capture, Entry entry, String name, TopologyBuilder host) {
    Optional<GroupId> id = GroupNumbers.parse(name);
    if (id.isEmpty()) {
      capture.malformed(entry, name, GroupNumbers.EXPECTED);
    } else if (entry instanceof Folder folder) {
      readGroup(capture, folder, host.group(id.get()), host);
    } else {
      capture.malformed(entry, "a file", "the folder of a group");
    }
  }

  private static void readGroup(
      SysfsCapture capture, Folder folder, GroupDraft group, TopologyBuilder host) {
    DeviceFolder attributes = new DeviceFolder(capture, folder);
    group.type = attributes.text("type");
    group.name = name(capture, attributes);
    group.reservedRegions = reservedRegions(capture, attributes);
    Optional<Folder> devices = folder.folder("devices");
    if (devices.isEmpty()) {
      capture.noteMissing(folder.path() + "/devices", "the group has no folder of members");
    } else {
      for (String name : devices.get().sortedNames()) {
        addMember(capture, devices.get().child(name).orElseThrow(), name, group, host);
      }
    }
  }

  /** The file exists only where a name was set, so that its neighbours show that there is none. */
  private static Reading<String> name(SysfsCapture capture, DeviceFolder group) {
    boolean hasNeighbours = group.has("type") || group.has("reserved_regions");
    return !group.has("name") && hasNeighbours && capture.tree().isComplete()
        ? Reading.absent()
        : group.text("name");
  }

  private static void addMember(
      SysfsCapture capture, Entry entry, String name, GroupDraft group, TopologyBuilder host) {
    Optional<Folder> folder = capture.folderBehind(entry);
    Optional<DeviceRef> member = memberOf(entry, name, folder, host);
    if (member.isEmpty()) {
      capture.malformed(entry, name, "the name of a device");
      return;
    }
    group.members.add(member.get());
    if (folder.isPresent()) {
      host.folders.putIfAbsent(member.get(), folder.get());
    } else {
      noteWithout(capture, entry);
    }
    readMember(capture, member.get(), group.id, host);
  }

  private static void noteWithout(SysfsCapture capture, Entry entry) {
    if (entry instanceof Link link) {
      capture.noteDanglingOnce(link);
    } else {
      capture.malformed(entry, "a file", "a link to the member's folder");
    }
  }

  /**
   * The device that a link leads to. Two devices of one name, on different buses, are told apart by
   * the number that the kernel has given the second one's link.
   */
  private static Optional<DeviceRef> memberOf(
      Entry entry, String name, Optional<Folder> folder, TopologyBuilder host) {
    Optional<DeviceRef> target =
        entry instanceof Link link ? DeviceNames.parse(link.targetName()) : Optional.empty();
    return target
        .filter(member -> !isAnother(member, folder, host))
        .or(() -> DeviceNames.parse(name));
  }

  private static boolean isAnother(
      DeviceRef member, Optional<Folder> folder, TopologyBuilder host) {
    Optional<Folder> known = host.folderOf(member);
    return member instanceof DeviceName
        && known.isPresent()
        && folder.isPresent()
        && !known.get().equals(folder.get());
  }

  private static void readMember(
      SysfsCapture capture, DeviceRef member, GroupId group, TopologyBuilder host) {
    Optional<DeviceFolder> folder =
        host.folderOf(member).map(found -> new DeviceFolder(capture, found));
    switch (member) {
      case PciAddress address -> {
        PciDraft function = host.function(address);
        function.group = Membership.settle(capture, address, function.group, group);
      }
      case MdevUuid uuid -> {
        MdevDraft mdev = host.mdev(uuid);
        mdev.group = folder.map(GroupNumbers::of).orElseGet(() -> mdev.group);
        mdev.group = Membership.settle(capture, uuid, mdev.group, group);
      }
      case DeviceName name -> {
        OtherDraft other = host.other(name);
        folder.ifPresent(found -> readOther(found, other));
        other.group = Membership.settle(capture, name, other.group, group);
      }
    }
  }

  private static void readOther(DeviceFolder folder, OtherDraft other) {
    folder.linkName("subsystem").known().ifPresent(bus -> other.bus = bus);
    other.group = GroupNumbers.of(folder);
    other.driver = folder.linkName("driver");
  }

  private static Reading<List<ReservedRegion>> reservedRegions(
      SysfsCapture capture, DeviceFolder group) {
    String name = "reserved_regions";
    String path = group.folder().path() + "/" + name;
    return group
        .lines(name)
        .map(text -> Reading.of(new RegionLines(path, capture.notes()).regionsIn(text)))
        .orElseGet(Reading::unread);
  }

  /** {@code sys/class/vfio/noiommu-N} stands for the node that a group without an IOMMU gets. */
  private static void readNoiommuNodes(SysfsCapture capture, TopologyBuilder host) {
    String prefix = "noiommu-";
    capture.folder("sys/class/vfio").stream()
        .flatMap(nodes -> nodes.sortedNames().stream())
        .filter(name -> name.startsWith(prefix))
        .flatMap(name -> GroupNumbers.parse(name.substring(prefix.length())).stream())
        .filter(host.groups::containsKey)
        .forEach(id -> host.group(id).hasNoiommuNode = true);
  }
}
