package org.iommuscope.imports.sysfs;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.Reading;

/** A mediated device while it is read. */
final class MdevDraft {

  final MdevUuid uuid;
  Reading<DeviceRef> parent = Reading.unread();
  Reading<String> type = Reading.unread();
  Reading<GroupId> group = Reading.unread();
  Reading<String> driver = Reading.unread();

  MdevDraft(MdevUuid uuid) {
    this.uuid = uuid;
  }

  MediatedDevice build() {
    return new MediatedDevice(uuid, parent, type, group, driver);
  }
}
