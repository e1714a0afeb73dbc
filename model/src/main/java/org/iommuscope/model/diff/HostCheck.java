package org.iommuscope.model.diff;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/**
 * One line of the checklist by which a plan is held against a host again.
 *
 * @param device the device of the plan that it is about; none for the host as a whole
 * @param meant the devices of this host that may be meant by it, where that is asked
 * @param sentence {@code group 12 has one more member: 0000:04:00.3}
 */
public record HostCheck(
    Kind kind, Optional<DeviceRef> device, List<PciAddress> meant, String sentence) {

  /** How a line of the checklist ends. */
  public enum Kind {
    /** As it was. */
    SAME,
    /** Something is other than it was. */
    CHANGED,
    /** Another device may be meant: somebody must say so. */
    ASK,
    /** It is not there, and nothing is like it. */
    GONE
  }

  public HostCheck {
    meant = List.copyOf(meant);
  }

  /** Whether somebody should look before the plan is carried out. */
  public boolean isOpen() {
    return kind != Kind.SAME;
  }
}
