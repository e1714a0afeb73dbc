package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** Which devices without a group an IOMMU serves all the same. */
final class LateGroups {

  private LateGroups() {}

  /** It serves what hangs on a root of which it serves another function, and every new VF. */
  static boolean isServed(AttachState state, LiveDevice device) {
    if (device.pf().known().isPresent()) {
      return true;
    }
    Reading<String> root = rootOf(state, device.ref());
    return root.known().isPresent()
        && state.host().devices().values().stream()
            .filter(other -> other.group().known().isPresent())
            .anyMatch(other -> rootOf(other).equals(root));
  }

  private static Reading<String> rootOf(AttachState state, DeviceRef ref) {
    return state.host().device(ref).map(LateGroups::rootOf).orElse(Reading.unread());
  }

  private static Reading<String> rootOf(HostDevice device) {
    return device instanceof PciFunction function
        ? function.placement().hostBridge()
        : Reading.unread();
  }
}
