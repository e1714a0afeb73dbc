package org.iommuscope.imports.sysfs;

import java.util.List;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.PciPlacement;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.SriovRole;

/** A PCI function while it is read; what no reader has filled is unread. */
final class PciDraft {

  final PciAddress address;
  Reading<String> name = Reading.unread();
  PciIds ids = PciIds.unread();
  Reading<HeaderType> header = Reading.unread();
  Reading<String> driver = Reading.unread();
  Reading<String> driverOverride = Reading.unread();
  Reading<GroupId> group = Reading.unread();
  Reading<String> iommu = Reading.unread();
  Reading<PciAddress> upstream = Reading.unread();
  Reading<String> hostBridge = Reading.unread();
  Reading<Integer> numaNode = Reading.unread();
  Reading<String> slot = Reading.unread();
  SriovRole sriov = SriovRole.unread();
  Reading<Boolean> bootVga = Reading.unread();
  Reading<List<String>> resetMethods = Reading.unread();
  Reading<List<Long>> bars = Reading.unread();
  Reading<ConfigSpace> config = Reading.unread();
  Reading<List<String>> uses = Reading.unread();
  Reading<String> vfioCdev = Reading.unread();

  PciDraft(PciAddress address) {
    this.address = address;
  }

  PciFunction build() {
    return new PciFunction(
        address,
        name,
        ids,
        header,
        driver,
        driverOverride,
        group,
        iommu,
        new PciPlacement(upstream, hostBridge, numaNode, slot),
        sriov,
        bootVga,
        resetMethods,
        bars,
        config,
        Reading.unread(),
        uses,
        vfioCdev);
  }
}
