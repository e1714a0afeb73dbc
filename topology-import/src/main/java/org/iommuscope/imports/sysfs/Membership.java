package org.iommuscope.imports.sysfs;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.Reading;

/** The two ends of a membership: the device's {@code iommu_group} link and the group's list. */
final class Membership {

  private Membership() {}

  /**
   * The group of a device that this group lists; the device's own link counts where they differ.
   */
  static Reading<GroupId> settle(
      SysfsCapture capture, DeviceRef device, Reading<GroupId> own, GroupId listing) {
    return switch (own) {
      case Reading.Unread<GroupId>() -> Reading.of(listing);
      case Reading.Absent<GroupId>() -> {
        contradict(capture, device, listing, "has no iommu_group link; the list counts");
        yield Reading.of(listing);
      }
      case Reading.Present<GroupId>(GroupId linked) -> {
        if (!linked.equals(listing)) {
          contradict(
              capture, device, listing, "links to group " + linked + "; its own link counts");
        }
        yield own;
      }
    };
  }

  private static void contradict(
      SysfsCapture capture, DeviceRef device, GroupId listing, String but) {
    capture
        .notes()
        .contradiction(
            IommuGroups.FOLDER + "/" + listing + "/devices",
            "the group lists " + device + ", which " + but);
  }

  /** Makes every group that a device links to list the device, with a note where it did not. */
  static void complete(SysfsCapture capture, TopologyBuilder host) {
    host.functions.values().forEach(each -> add(capture, host, each.build()));
    host.others.values().forEach(each -> add(capture, host, each.build()));
    host.mdevs.values().forEach(each -> add(capture, host, each.build()));
  }

  private static void add(SysfsCapture capture, TopologyBuilder host, HostDevice device) {
    device
        .group()
        .known()
        .ifPresent(id -> {
          boolean isKnown = host.groups.containsKey(id);
          if (host.group(id).members.add(device.ref())) {
            note(capture, device, id, isKnown);
          }
        });
  }

  private static void note(SysfsCapture capture, HostDevice device, GroupId id, boolean isKnown) {
    String path = IommuGroups.FOLDER + "/" + id;
    if (isKnown) {
      capture
          .notes()
          .contradiction(
              path, device.ref() + " links to this group, which does not list it; it was added");
    }
  }
}
