package org.iommuscope.imports.evidence;

import java.util.List;
import org.iommuscope.model.topology.CapabilityWords;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.ReservedRegion;

/**
 * A kind of fact that a source can tell of a device, a group or the host; the values are those of
 * the model's components of the same name.
 */
public final class Fact<T> {

  // of any device
  public static final Fact<GroupId> GROUP = new Fact<>("group");
  public static final Fact<String> DRIVER = new Fact<>("driver");

  // of a PCI function
  public static final Fact<String> NAME = Fact.loose("name");
  public static final Fact<Integer> VENDOR = new Fact<>("vendor id");
  public static final Fact<Integer> DEVICE = new Fact<>("device id");
  public static final Fact<Integer> SUBSYSTEM_VENDOR = new Fact<>("subsystem vendor id");
  public static final Fact<Integer> SUBSYSTEM_DEVICE = new Fact<>("subsystem device id");

  /** 24 bits; a source that prints 16 leaves the programming interface 0. */
  public static final Fact<Integer> CLASS = Fact.loose("class");

  public static final Fact<Integer> REVISION = new Fact<>("revision");
  public static final Fact<HeaderType> HEADER = new Fact<>("header type");
  public static final Fact<String> DRIVER_OVERRIDE = new Fact<>("driver override");

  /** The unit that serves it, {@code dmar0}. */
  public static final Fact<String> IOMMU = new Fact<>("IOMMU unit");

  public static final Fact<PciAddress> UPSTREAM = new Fact<>("bridge above");
  public static final Fact<String> HOST_BRIDGE = new Fact<>("host bridge");

  /** The bus directly below a bridge; from it the functions on that bus get their bridge. */
  public static final Fact<Integer> SECONDARY_BUS = new Fact<>("secondary bus");

  /** The highest bus below a bridge. */
  public static final Fact<Integer> SUBORDINATE_BUS = new Fact<>("subordinate bus");

  public static final Fact<Integer> NUMA_NODE = new Fact<>("NUMA node");
  public static final Fact<String> SLOT = new Fact<>("slot");
  public static final Fact<PciAddress> PHYSFN = new Fact<>("PF");
  public static final Fact<List<PciAddress>> VIRTFNS = Fact.loose("VFs");

  /** What the driver allows, of which sysfs tells, may be less than what the function has. */
  public static final Fact<Integer> TOTAL_VFS = Fact.loose("number of possible VFs");

  public static final Fact<Integer> NUM_VFS = new Fact<>("number of VFs");
  public static final Fact<Boolean> BOOT_VGA = new Fact<>("boot VGA");
  public static final Fact<List<String>> RESET_METHODS = Fact.loose("reset methods");
  public static final Fact<List<Long>> BARS = Fact.loose("BARs");
  public static final Fact<ConfigSpace> CONFIG = Fact.loose("config space");
  public static final Fact<CapabilityWords> CAPABILITIES = Fact.loose("capabilities in words");
  public static final Fact<List<String>> USES = Fact.loose("uses");
  public static final Fact<String> VFIO_CDEV = new Fact<>("vfio device node");

  // of an mdev
  public static final Fact<DeviceRef> MDEV_PARENT = new Fact<>("mdev parent");
  public static final Fact<String> MDEV_TYPE = new Fact<>("mdev type");

  /** The types that an mdev parent offers. */
  public static final Fact<List<MdevType>> MDEV_TYPES = Fact.loose("mdev types");

  /** Of a device on another bus than PCI and mdev, the bus. */
  public static final Fact<String> BUS = new Fact<>("bus");

  // of a group
  public static final Fact<IommuGroup.Kind> GROUP_KIND = new Fact<>("kind of group");
  public static final Fact<String> GROUP_TYPE = new Fact<>("type of the default domain");
  public static final Fact<String> GROUP_NAME = new Fact<>("name of the group");
  public static final Fact<List<ReservedRegion>> RESERVED_REGIONS = Fact.loose("reserved regions");

  // of the host
  public static final Fact<String> RELEASE = new Fact<>("kernel release");
  public static final Fact<String> COMMAND_LINE = new Fact<>("kernel command line");
  public static final Fact<IommuKind> IOMMU_KIND = new Fact<>("IOMMU driver");
  public static final Fact<Boolean> INTERRUPT_REMAPPING = new Fact<>("interrupt remapping");

  private final String title;
  private final boolean isCompared;

  private Fact(String title, boolean isCompared) {
    this.title = title;
    this.isCompared = isCompared;
  }

  private Fact(String title) {
    this(title, true);
  }

  /** A fact that two sources say in more and fewer words, so that a difference proves nothing. */
  private static <T> Fact<T> loose(String title) {
    return new Fact<>(title, false);
  }

  /** What people call it: {@code bridge above}. */
  public String title() {
    return title;
  }

  /** Whether two sources that differ in it contradict each other. */
  public boolean isCompared() {
    return isCompared;
  }

  @Override
  public String toString() {
    return title;
  }
}
