package org.iommuscope.model.topology;

import java.util.List;

/**
 * A function's part in SR-IOV.
 *
 * @param physfn the PF of a VF
 * @param virtfns the VFs of a PF, in the order of their {@code virtfn} links
 * @param totalVfs {@code sriov_totalvfs}
 * @param numVfs {@code sriov_numvfs}
 */
public record SriovRole(
    Reading<PciAddress> physfn,
    Reading<List<PciAddress>> virtfns,
    Reading<Integer> totalVfs,
    Reading<Integer> numVfs) {

  public SriovRole {
    virtfns = virtfns.map(List::copyOf);
  }

  public static SriovRole unread() {
    return new SriovRole(Reading.unread(), Reading.unread(), Reading.unread(), Reading.unread());
  }
}
