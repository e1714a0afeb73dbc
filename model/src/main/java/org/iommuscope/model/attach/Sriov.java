package org.iommuscope.model.attach;

import org.iommuscope.model.topology.PciAddress;

/**
 * What vfio-pci remembers of PFs and their VFs.
 *
 * @param tokens the tokens that PF users set; without one, a PF has a random one
 * @param users how many files of VFs are open, by PF
 */
record Sriov(PersistentMap<PciAddress, String> tokens, PersistentMap<PciAddress, Integer> users) {

  static final Sriov NONE = new Sriov(PersistentMap.empty(), PersistentMap.empty());

  Sriov withToken(PciAddress pf, String token) {
    return new Sriov(tokens.with(pf, token), users);
  }

  Sriov withUsers(PciAddress pf, int change) {
    return new Sriov(tokens, users.with(pf, users.get(pf).orElse(0) + change));
  }
}
