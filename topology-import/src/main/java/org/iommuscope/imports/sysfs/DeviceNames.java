package org.iommuscope.imports.sysfs;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;

/** The names of devices as names of folders. */
final class DeviceNames {

  private DeviceNames() {}

  /** The device of this name; empty where no device can have it. */
  static Optional<DeviceRef> parse(String name) {
    boolean isStep = name.equals(".") || name.equals("..");
    return Attributes.printable(name)
        .filter(text -> !isStep && !text.isBlank())
        .map(DeviceRef::parse);
  }
}
