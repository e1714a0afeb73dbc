package org.iommuscope.imports.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;

/** Makes a host of evidence: what no source claims is unread. */
public final class EvidenceHost {

  private final Evidence evidence;
  private final ClaimedFunctions functions;

  private EvidenceHost(Evidence evidence, Supplier<PciNames> names) {
    this.evidence = evidence;
    this.functions = new ClaimedFunctions(evidence, names);
  }

  /**
   * The host that the claims describe.
   *
   * @param names for functions that are identified and not named; asked only then
   */
  public static HostTopology of(Evidence evidence, Supplier<PciNames> names) {
    return new EvidenceHost(evidence, names).host();
  }

  private HostTopology host() {
    List<HostDevice> devices = new ArrayList<>();
    List<MdevParent> parents = new ArrayList<>();
    evidence
        .devices()
        .forEach((ref, claims) -> {
          devices.add(device(ref, claims));
          claims
              .reading(Fact.MDEV_TYPES)
              .known()
              .ifPresent(types -> parents.add(new MdevParent(ref, types)));
        });
    return new HostTopology(devices, groups(devices), parents, kernel());
  }

  private HostDevice device(DeviceRef ref, Claims claims) {
    return switch (ref) {
      case PciAddress address -> functions.function(address, claims);
      case MdevUuid uuid ->
          new MediatedDevice(
              uuid,
              claims.reading(Fact.MDEV_PARENT),
              claims.reading(Fact.MDEV_TYPE),
              claims.reading(Fact.GROUP),
              claims.reading(Fact.DRIVER));
      case DeviceName name ->
          new OtherDevice(
              name,
              claims.reading(Fact.BUS).known().orElse(OtherDevice.UNKNOWN_BUS),
              claims.reading(Fact.GROUP),
              claims.reading(Fact.DRIVER));
    };
  }

  private List<IommuGroup> groups(List<HostDevice> devices) {
    SortedMap<GroupId, TreeSet<DeviceRef>> members = new TreeMap<>();
    evidence.groups().keySet().forEach(id -> members.put(id, new TreeSet<>()));
    for (HostDevice device : devices) {
      device
          .group()
          .known()
          .ifPresent(id -> members.computeIfAbsent(id, none -> new TreeSet<>()).add(device.ref()));
    }
    return members.entrySet().stream().map(each -> group(each.getKey(), each.getValue())).toList();
  }

  private IommuGroup group(GroupId id, TreeSet<DeviceRef> members) {
    Claims claims = evidence.group(id);
    Optional<IommuGroup.Kind> claimed = claims.reading(Fact.GROUP_KIND).known();
    boolean hasMdev = members.stream().anyMatch(MdevUuid.class::isInstance);
    return new IommuGroup(
        id,
        claimed.orElse(hasMdev ? IommuGroup.Kind.MDEV : IommuGroup.Kind.PHYSICAL),
        claims.reading(Fact.GROUP_TYPE),
        claims.reading(Fact.GROUP_NAME),
        members,
        claims.reading(Fact.RESERVED_REGIONS));
  }

  private KernelFacts kernel() {
    Claims host = evidence.host();
    return new KernelFacts(
        host.reading(Fact.RELEASE),
        host.reading(Fact.COMMAND_LINE),
        evidence.parameters(),
        host.reading(Fact.IOMMU_KIND),
        host.reading(Fact.INTERRUPT_REMAPPING));
  }
}
