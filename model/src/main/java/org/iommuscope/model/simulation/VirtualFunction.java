package org.iommuscope.model.simulation;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.config.DecodedConfig;
import org.iommuscope.model.config.Sriov;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.SriovRole;

/** A VF that was not captured, by what its PF tells of it. */
final class VirtualFunction {

  private VirtualFunction() {}

  /**
   * A VF of a PF.
   *
   * @param sibling a captured VF of the same PF, which is like it
   */
  static PciFunction of(PciAddress address, PciFunction pf, Optional<PciFunction> sibling) {
    PciIds ids = sibling.map(PciFunction::ids).orElseGet(() -> ids(pf));
    return new PciFunction(
        address,
        sibling.map(PciFunction::name).orElseGet(() -> pf.name().map(name -> name + ", VF")),
        ids,
        Reading.of(HeaderType.ENDPOINT),
        Reading.absent(),
        Reading.absent(),
        Reading.absent(),
        pf.iommu(),
        pf.placement(),
        new SriovRole(
            Reading.of(pf.address()), Reading.of(List.of()), Reading.absent(), Reading.absent()),
        Reading.absent(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.of(List.of()),
        Reading.absent());
  }

  private static PciIds ids(PciFunction pf) {
    PciIds of = pf.ids();
    return new PciIds(
        of.vendor(),
        device(pf),
        of.subsystemVendor(),
        of.subsystemDevice(),
        of.classCode(),
        of.revision());
  }

  /** VF Device ID of the SR-IOV capability. */
  private static Reading<Integer> device(PciFunction pf) {
    Optional<Sriov> capability =
        DecodedConfig.of(pf).known().flatMap(config -> config.sriov().known());
    return capability.map(sriov -> Reading.of(sriov.vfDevice())).orElseGet(Reading::unread);
  }
}
