package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** How many VFs a PF may have. */
final class VfCount {

  private VfCount() {}

  static boolean isPf(AttachState state, PciAddress address) {
    return totalOf(state, address).filter(total -> total > 0).isPresent()
        || !state.vfsOf(address).isEmpty();
  }

  /** {@code sriov_totalvfs}; none for a function without the capability. */
  static Optional<Integer> totalOf(AttachState state, PciAddress address) {
    return reading(state, address).known();
  }

  /** A write of the present number succeeds, and nobody is asked. */
  static boolean isUnchanged(AttachState state, PciAddress address, int count) {
    return state.vfsOf(address).size() == count;
  }

  static Reading<Integer> reading(AttachState state, PciAddress address) {
    return state.host().device(address).orElse(null) instanceof PciFunction function
        ? function.sriov().totalVfs()
        : Reading.absent();
  }
}
