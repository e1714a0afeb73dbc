package org.iommuscope.imports.sysfs;

import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.Reading;

/** A group member on another bus while it is read. */
final class OtherDraft {

  final DeviceName name;
  String bus = OtherDevice.UNKNOWN_BUS;
  Reading<GroupId> group = Reading.unread();
  Reading<String> driver = Reading.unread();

  OtherDraft(DeviceName name) {
    this.name = name;
  }

  OtherDevice build() {
    return new OtherDevice(name, bus, group, driver);
  }
}
