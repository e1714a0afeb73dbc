package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.PciPlacement;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.SriovRole;
import org.jspecify.annotations.Nullable;

/** Writes what steps did to the devices of a host back into the host. */
final class ImaginedDevices {

  private final HostTopology host;
  private final AttachState state;
  private final List<PlanStep> steps;

  ImaginedDevices(HostTopology host, AttachState state, List<PlanStep> steps) {
    this.host = host;
    this.state = state;
    this.steps = steps;
  }

  HostTopology with(Map<DeviceRef, Optional<LiveDevice>> changes) {
    Map<DeviceRef, HostDevice> devices = new TreeMap<>(host.devices());
    changes.forEach((ref, device) ->
        device.ifPresentOrElse(
            live -> devices.put(ref, device(live, devices)), () -> devices.remove(ref)));
    changes.keySet().forEach(ref -> countVfs(ref, devices));
    return host.withDevicesAndGroups(devices.values(), groups(changes));
  }

  private HostDevice device(LiveDevice live, Map<DeviceRef, HostDevice> devices) {
    @Nullable HostDevice known = devices.get(live.ref());
    return switch (live.ref()) {
      case PciAddress address ->
          (known instanceof PciFunction function ? function : fresh(address, live))
              .withDriver(live.driver())
              .withGroup(live.group());
      case MdevUuid uuid ->
          new MediatedDevice(uuid, live.parent(), typeOf(uuid, known), live.group(), live.driver());
      case DeviceName name -> new OtherDevice(name, live.bus(), live.group(), live.driver());
    };
  }

  private Reading<String> typeOf(MdevUuid uuid, @Nullable HostDevice known) {
    for (PlanStep step : steps) {
      if (step instanceof PlanStep.CreateMdev(var mdev) && mdev.uuid().equals(uuid)) {
        return Reading.of(mdev.type());
      }
    }
    return known instanceof MediatedDevice mdev ? mdev.type() : Reading.unread();
  }

  /** A VF is like its PF's others, else like the PF; a card that is plugged in tells nothing. */
  private PciFunction fresh(PciAddress address, LiveDevice live) {
    return live.pf()
        .known()
        .flatMap(this::function)
        .map(pf -> VirtualFunction.of(address, pf, sibling(pf)))
        .orElseGet(() -> plugged(address));
  }

  private Optional<PciFunction> sibling(PciFunction pf) {
    return pf.sriov().virtfns().known().stream()
        .flatMap(List::stream)
        .flatMap(vf -> function(vf).stream())
        .findFirst();
  }

  private Optional<PciFunction> function(PciAddress address) {
    return host.device(address).map(PciFunction.class::cast);
  }

  private static PciFunction plugged(PciAddress address) {
    return new PciFunction(
        address,
        Reading.unread(),
        PciIds.unread(),
        Reading.of(HeaderType.ENDPOINT),
        Reading.absent(),
        Reading.unread(),
        Reading.absent(),
        Reading.unread(),
        PciPlacement.unread(),
        SriovRole.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread(),
        Reading.unread());
  }

  /** The PF of a VF that came or went lists those that are there. */
  private void countVfs(DeviceRef vf, Map<DeviceRef, HostDevice> devices) {
    Optional<PciAddress> pf =
        Optional.ofNullable(devices.get(vf))
            .or(() -> host.device(vf))
            .map(device -> device instanceof PciFunction function ? function : null)
            .flatMap(function -> function.sriov().physfn().known());
    pf.ifPresent(address -> {
      if (devices.get(address) instanceof PciFunction function) {
        List<PciAddress> vfs = state.vfsOf(address).stream().map(PciAddress.class::cast).toList();
        devices.put(
            address,
            function.withSriov(
                new SriovRole(
                    function.sriov().physfn(),
                    Reading.of(vfs),
                    function.sriov().totalVfs(),
                    Reading.of(vfs.size()))));
      }
    });
  }

  private List<IommuGroup> groups(Map<DeviceRef, Optional<LiveDevice>> changes) {
    Map<GroupId, IommuGroup> groups = new HashMap<>(host.groups());
    TreeSet<GroupId> touched = new TreeSet<>();
    changes.forEach((ref, device) -> {
      host.device(ref).flatMap(old -> old.group().known()).ifPresent(touched::add);
      device.flatMap(live -> live.group().known()).ifPresent(touched::add);
    });
    for (GroupId id : touched) {
      TreeSet<DeviceRef> members = new TreeSet<>(state.members(id));
      members.removeIf(ref -> state.device(ref).isEmpty() || isOnlyPlanned(ref, changes));
      if (members.isEmpty()) {
        groups.remove(id);
      } else {
        groups.put(id, group(id, members));
      }
    }
    return new ArrayList<>(groups.values());
  }

  /** An mdev that the plan has before its first step is no part of the captured host. */
  private boolean isOnlyPlanned(DeviceRef ref, Map<DeviceRef, Optional<LiveDevice>> changes) {
    return host.device(ref).isEmpty() && !changes.containsKey(ref);
  }

  private IommuGroup group(GroupId id, TreeSet<DeviceRef> members) {
    Optional<IommuGroup> old = host.group(id);
    return new IommuGroup(
        id,
        kind(id),
        old.map(IommuGroup::type).orElseGet(Reading::unread),
        old.map(IommuGroup::name).orElseGet(Reading::unread),
        members,
        old.map(IommuGroup::reservedRegions).orElseGet(Reading::unread));
  }

  private IommuGroup.Kind kind(GroupId id) {
    return switch (state.kindOf(id)) {
      case PHYSICAL -> IommuGroup.Kind.PHYSICAL;
      case NOIOMMU -> IommuGroup.Kind.NOIOMMU;
      case MDEV -> IommuGroup.Kind.MDEV;
    };
  }
}
