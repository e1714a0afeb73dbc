package org.iommuscope.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.HostUses;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.PciPlacement;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.ReservedRegion;
import org.iommuscope.model.topology.SriovRole;

/** A host built by hand, device by device; everything that is not said is unread. */
public final class TestHost {

  private final List<HostDevice> devices = new ArrayList<>();
  private final Map<GroupId, TreeSet<DeviceRef>> members = new TreeMap<>();
  private final Map<GroupId, List<ReservedRegion>> regions = new HashMap<>();
  private final Map<GroupId, IommuGroup.Kind> kinds = new HashMap<>();
  private final Map<DeviceRef, List<MdevType>> types = new TreeMap<>();
  private final TreeMap<DeviceRef, List<HostUse>> uses = new TreeMap<>();
  private final TreeMap<String, String> parameters = new TreeMap<>();
  private Reading<Boolean> interruptRemapping = Reading.of(true);
  private Reading<IommuKind> iommu = Reading.of(IommuKind.INTEL);
  private Reading<String> release = Reading.unread();

  /** An endpoint; the driver is {@code -} for none and {@code ?} for one that was not captured. */
  public TestHost endpoint(String address, int group, String driver) {
    return function(address, Reading.of(new GroupId(group)), driver, HeaderType.ENDPOINT, noVfs());
  }

  /** A bridge. */
  public TestHost bridge(String address, int group, String driver) {
    return function(address, Reading.of(new GroupId(group)), driver, HeaderType.BRIDGE, noVfs());
  }

  /** An endpoint that no IOMMU serves. */
  public TestHost ungrouped(String address, String driver) {
    return function(address, Reading.absent(), driver, HeaderType.ENDPOINT, noVfs());
  }

  /** An endpoint whose group was not captured. */
  public TestHost groupUnread(String address, String driver) {
    return function(address, Reading.unread(), driver, HeaderType.ENDPOINT, noVfs());
  }

  /** A PF with as many VFs as it may have at most and as it has. */
  public TestHost pf(String address, int group, String driver, int total, String... vfs) {
    List<PciAddress> made = List.of(vfs).stream().map(TestHost::pci).toList();
    SriovRole role =
        new SriovRole(
            Reading.absent(), Reading.of(made), Reading.of(total), Reading.of(made.size()));
    return function(address, Reading.of(new GroupId(group)), driver, HeaderType.ENDPOINT, role);
  }

  /** An endpoint with its ids, class (24 bits) and NUMA node. */
  public TestHost endpoint(
      String address, int group, String driver, String ids, int classCode, int node) {
    endpoint(address, group, driver);
    PciFunction bare = (PciFunction) devices.removeLast();
    devices.add(
        new PciFunction(
            bare.address(),
            bare.name(),
            ids(ids, classCode),
            bare.header(),
            bare.driver(),
            bare.driverOverride(),
            bare.group(),
            bare.iommu(),
            new PciPlacement(
                Reading.absent(), Reading.unread(), Reading.of(node), Reading.unread()),
            bare.sriov(),
            bare.bootVga(),
            bare.resetMethods(),
            bare.bars(),
            bare.config(),
            bare.capabilities(),
            bare.uses(),
            bare.vfioCdev()));
    return this;
  }

  private static PciIds ids(String ids, int classCode) {
    int[] numbers =
        Arrays.stream(ids.split(":")).mapToInt(id -> Integer.parseInt(id, 16)).toArray();
    return new PciIds(
        Reading.of(numbers[0]),
        Reading.of(numbers[1]),
        Reading.unread(),
        Reading.unread(),
        Reading.of(classCode),
        Reading.unread());
  }

  /** A VF. */
  public TestHost vf(String address, int group, String driver, String pf) {
    SriovRole role =
        new SriovRole(Reading.of(pci(pf)), Reading.absent(), Reading.absent(), Reading.absent());
    return function(address, Reading.of(new GroupId(group)), driver, HeaderType.ENDPOINT, role);
  }

  /** An mdev; group -1 is none. */
  public TestHost mdev(String uuid, int group, String driver, String parent) {
    Reading<GroupId> own = group < 0 ? Reading.absent() : Reading.of(new GroupId(group));
    add(
        new MediatedDevice(
            new MdevUuid(uuid),
            Reading.of(DeviceRef.parse(parent)),
            Reading.unread(),
            own,
            driver(driver)));
    own.known().ifPresent(id -> kinds.put(id, IommuGroup.Kind.MDEV));
    return this;
  }

  /** An mdev without group whose type was captured. */
  public TestHost mdevOfType(String uuid, String parent, String type) {
    return add(
        new MediatedDevice(
            new MdevUuid(uuid),
            Reading.of(DeviceRef.parse(parent)),
            Reading.of(type),
            Reading.absent(),
            Reading.of("vfio_mdev")));
  }

  /** An mdev with its type and a group of its own. */
  public TestHost mdevOfType(String uuid, int group, String parent, String type) {
    kinds.put(new GroupId(group), IommuGroup.Kind.MDEV);
    return add(
        new MediatedDevice(
            new MdevUuid(uuid),
            Reading.of(DeviceRef.parse(parent)),
            Reading.of(type),
            Reading.of(new GroupId(group)),
            Reading.of("vfio_mdev")));
  }

  /** A type that a parent of mdevs offers. */
  public TestHost offers(String parent, String type, int instances) {
    types
        .computeIfAbsent(DeviceRef.parse(parent), none -> new ArrayList<>())
        .add(new MdevType(type, Reading.unread(), Reading.of("vfio-pci"), Reading.of(instances)));
    return this;
  }

  /** A member on the platform bus. */
  public TestHost platform(String name, int group, String driver) {
    return add(
        new OtherDevice(
            new DeviceName(name), "platform", Reading.of(new GroupId(group)), driver(driver)));
  }

  public TestHost region(int group, String type) {
    regions
        .computeIfAbsent(new GroupId(group), none -> new ArrayList<>())
        .add(new ReservedRegion(0xbf000000L, 0xbf0fffffL, type));
    return this;
  }

  public TestHost noiommu(int group) {
    kinds.put(new GroupId(group), IommuGroup.Kind.NOIOMMU);
    return this;
  }

  public TestHost withoutInterruptRemapping() {
    interruptRemapping = Reading.of(false);
    return this;
  }

  public TestHost interruptRemappingUnread() {
    interruptRemapping = Reading.unread();
    return this;
  }

  public TestHost iommu(IommuKind kind) {
    iommu = Reading.of(kind);
    return this;
  }

  public TestHost parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public TestHost kernel(String captured) {
    release = Reading.of(captured);
    return this;
  }

  /** The host uses a device, of which every file that would tell was captured. */
  public TestHost uses(String device, HostUse.Kind kind, String what) {
    uses.computeIfAbsent(DeviceRef.parse(device), none -> new ArrayList<>())
        .add(new HostUse(kind, what, "it is so", "a file"));
    return this;
  }

  public HostTopology build() {
    List<IommuGroup> groups =
        members.entrySet().stream().map(entry -> group(entry.getKey(), entry.getValue())).toList();
    List<MdevParent> parents =
        types.entrySet().stream()
            .map(entry -> new MdevParent(entry.getKey(), entry.getValue()))
            .toList();
    KernelFacts facts =
        new KernelFacts(release, Reading.unread(), parameters, iommu, interruptRemapping);
    HostUses inUse =
        uses.isEmpty() ? HostUses.unread() : new HostUses(uses, new TreeMap<>(), List.of());
    return new HostTopology(devices, groups, parents, facts, inUse);
  }

  private IommuGroup group(GroupId id, TreeSet<DeviceRef> devicesOf) {
    return new IommuGroup(
        id,
        kinds.getOrDefault(id, IommuGroup.Kind.PHYSICAL),
        Reading.unread(),
        Reading.absent(),
        devicesOf,
        Reading.of(regions.getOrDefault(id, List.of())));
  }

  private TestHost function(
      String address, Reading<GroupId> group, String driver, HeaderType header, SriovRole sriov) {
    return add(
        new PciFunction(
            pci(address),
            Reading.unread(),
            PciIds.unread(),
            Reading.of(header),
            driver(driver),
            Reading.absent(),
            group,
            Reading.unread(),
            PciPlacement.unread(),
            sriov,
            Reading.unread(),
            Reading.unread(),
            Reading.unread(),
            Reading.unread(),
            Reading.unread(),
            Reading.unread(),
            Reading.unread()));
  }

  private TestHost add(HostDevice device) {
    devices.add(device);
    device
        .group()
        .known()
        .ifPresent(id -> members.computeIfAbsent(id, none -> new TreeSet<>()).add(device.ref()));
    return this;
  }

  private static SriovRole noVfs() {
    return new SriovRole(
        Reading.absent(), Reading.of(List.of()), Reading.absent(), Reading.absent());
  }

  private static Reading<String> driver(String name) {
    return switch (name) {
      case "-" -> Reading.absent();
      case "?" -> Reading.unread();
      default -> Reading.of(name);
    };
  }

  static PciAddress pci(String address) {
    return PciAddress.parse(address).orElseThrow();
  }
}
