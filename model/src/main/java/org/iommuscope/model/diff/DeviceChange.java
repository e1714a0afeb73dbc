package org.iommuscope.model.diff;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;

/**
 * A device that only one capture has, or that has another place in the second.
 *
 * @param because why both names stand for one device, or why one has no counterpart
 */
public record DeviceChange(
    Kind kind, Optional<DeviceRef> before, Optional<DeviceRef> after, String because) {

  /** What became of the device. */
  public enum Kind {
    MOVED,
    APPEARED,
    GONE
  }

  static DeviceChange moved(DeviceRef before, DeviceRef after, String because) {
    return new DeviceChange(Kind.MOVED, Optional.of(before), Optional.of(after), because);
  }

  static DeviceChange gone(DeviceRef device, String because) {
    return new DeviceChange(Kind.GONE, Optional.of(device), Optional.empty(), because);
  }

  static DeviceChange appeared(DeviceRef device, String because) {
    return new DeviceChange(Kind.APPEARED, Optional.empty(), Optional.of(device), because);
  }

  /** The name that it has now, else the one that it had. */
  public DeviceRef device() {
    return after.or(() -> before).orElseThrow();
  }
}
