package org.iommuscope.model.topology;

import java.util.List;

/**
 * One PCI function, as {@code /sys/bus/pci/devices/<address>/} describes it.
 *
 * @param name product name from the capture or pci.ids
 * @param header from config byte 0x0e, else from the presence of bus number files
 * @param driverOverride {@code driver_override}; the kernel prints {@code (null)} for none
 * @param iommu the IOMMU unit, {@code dmar0}, that its {@code iommu} link names
 * @param resetMethods {@code reset_method}, in the kernel's order
 * @param bars sizes in bytes of the resources that are in use, in order
 * @param config the captured config space
 * @param capabilities what a text says of capabilities in words, where bytes were not captured
 * @param uses what the host does with it: {@code net eth0}, {@code block nvme0n1}
 * @param vfioCdev name of its {@code vfio-dev} child, {@code vfio3}
 */
public record PciFunction(
    PciAddress address,
    Reading<String> name,
    PciIds ids,
    Reading<HeaderType> header,
    Reading<String> driver,
    Reading<String> driverOverride,
    Reading<GroupId> group,
    Reading<String> iommu,
    PciPlacement placement,
    SriovRole sriov,
    Reading<Boolean> bootVga,
    Reading<List<String>> resetMethods,
    Reading<List<Long>> bars,
    Reading<ConfigSpace> config,
    Reading<CapabilityWords> capabilities,
    Reading<List<String>> uses,
    Reading<String> vfioCdev)
    implements HostDevice {

  public PciFunction {
    resetMethods = resetMethods.map(List::copyOf);
    bars = bars.map(List::copyOf);
    uses = uses.map(List::copyOf);
  }

  @Override
  public DeviceRef ref() {
    return address;
  }

  @Override
  public String bus() {
    return "pci";
  }

  /** The same function in another group. */
  public PciFunction withGroup(Reading<GroupId> changed) {
    return with(driver, changed, placement, sriov);
  }

  /** The same function in another place. */
  public PciFunction withPlacement(PciPlacement changed) {
    return with(driver, group, changed, sriov);
  }

  /** The same function on another driver. */
  public PciFunction withDriver(Reading<String> changed) {
    return with(changed, group, placement, sriov);
  }

  /** The same function with other VFs. */
  public PciFunction withSriov(SriovRole changed) {
    return with(driver, group, placement, changed);
  }

  private PciFunction with(
      Reading<String> itsDriver,
      Reading<GroupId> itsGroup,
      PciPlacement itsPlacement,
      SriovRole itsRole) {
    return new PciFunction(
        address,
        name,
        ids,
        header,
        itsDriver,
        driverOverride,
        itsGroup,
        iommu,
        itsPlacement,
        itsRole,
        bootVga,
        resetMethods,
        bars,
        config,
        capabilities,
        uses,
        vfioCdev);
  }

  /** Whether the function leads to another bus; a header that was not captured does not. */
  public boolean isBridge() {
    return header.known().filter(type -> type != HeaderType.ENDPOINT).isPresent();
  }
}
