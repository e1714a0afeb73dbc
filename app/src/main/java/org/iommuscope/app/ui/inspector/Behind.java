package org.iommuscope.app.ui.inspector;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.Reading;

/** A device that may stand behind an mdev, nothing, or that nobody told. */
record Behind(Reading<DeviceRef> device) {

  @Override
  public String toString() {
    return switch (device) {
      case Reading.Present<DeviceRef>(DeviceRef ref) -> ref.text();
      case Reading.Absent<DeviceRef> none -> "nothing physical";
      case Reading.Unread<DeviceRef> unsaid -> "not told";
    };
  }
}
