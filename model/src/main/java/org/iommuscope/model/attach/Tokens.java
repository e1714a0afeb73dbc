package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/** What opening and closing a PF or VF does to its token; {@code vfio_pci_validate_vf_token}. */
final class Tokens {

  private Tokens() {}

  static AttachState opened(AttachState state, DeviceRef ref, Optional<String> token) {
    Optional<PciAddress> pf = pfOnVfio(state, ref);
    if (pf.isPresent()) {
      return state.with(state.sriov().withUsers(pf.get(), 1));
    }
    return token.isPresent() && ref instanceof PciAddress address
        ? state.with(state.sriov().withToken(address, token.get()))
        : state;
  }

  static AttachState closed(AttachState state, DeviceRef ref) {
    return pfOnVfio(state, ref)
        .filter(pf -> state.vfUsersOf(pf) > 0)
        .map(pf -> state.with(state.sriov().withUsers(pf, -1)))
        .orElse(state);
  }

  /** The PF of a VF, if vfio-pci drives it. */
  private static Optional<PciAddress> pfOnVfio(AttachState state, DeviceRef ref) {
    return state
        .device(ref)
        .flatMap(vf -> vf.pf().known())
        .filter(pf -> state.device(pf).filter(found -> found.isOn("vfio-pci")).isPresent());
  }
}
