package org.iommuscope.app.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.verdict.PlanVerdict;

/**
 * A host with the mdevs that only a plan makes, so that they have rows.
 *
 * @param made those mdevs
 */
record MadeMdevs(HostTopology host, Set<DeviceRef> made) {

  MadeMdevs {
    made = Set.copyOf(made);
  }

  static MadeMdevs of(HostTopology host, AssignmentPlan plan, Optional<PlanVerdict> verdict) {
    List<PlannedMdev> missing =
        planned(plan).filter(mdev -> host.device(mdev.uuid()).isEmpty()).toList();
    if (missing.isEmpty()) {
      return new MadeMdevs(host, Set.of());
    }
    Map<DeviceRef, HostDevice> devices = new TreeMap<>(host.devices());
    Map<GroupId, IommuGroup> groups = new TreeMap<>(host.groups());
    Set<DeviceRef> made = new HashSet<>();
    for (PlannedMdev mdev : missing) {
      Reading<GroupId> group = group(mdev, verdict);
      group.known().ifPresent(id -> groups.put(id, with(mdev, id, groups)));
      devices.put(mdev.uuid(), device(mdev, group, driver(mdev, host)));
      made.add(mdev.uuid());
    }
    return new MadeMdevs(
        host.withDevicesAndGroups(devices.values(), new ArrayList<>(groups.values())), made);
  }

  /** The mdevs that a plan has before its first step, and those that its steps make. */
  static Stream<PlannedMdev> planned(AssignmentPlan plan) {
    Stream<PlannedMdev> bySteps =
        plan.sequence().stream()
            .flatMap(List::stream)
            .flatMap(step ->
                step.plain() instanceof PlanStep.CreateMdev(PlannedMdev mdev)
                    ? Stream.of(mdev)
                    : Stream.empty());
    return Stream.concat(plan.mdevs().stream(), bySteps).distinct();
  }

  private static MediatedDevice device(
      PlannedMdev mdev, Reading<GroupId> group, Reading<String> driver) {
    return new MediatedDevice(
        mdev.uuid(), Reading.of(mdev.parent()), Reading.of(mdev.type()), group, driver);
  }

  /** That of the parent's other mdevs, for it is the parent that chooses. */
  private static Reading<String> driver(PlannedMdev mdev, HostTopology host) {
    return host.devices().values().stream()
        .filter(MediatedDevice.class::isInstance)
        .map(MediatedDevice.class::cast)
        .filter(other -> other.parent().equals(Reading.of(mdev.parent())))
        .map(MediatedDevice::driver)
        .findFirst()
        .orElseGet(Reading::unread);
  }

  /** The group that the simulation gave it, which it tells where a guest gets the mdev. */
  private static Reading<GroupId> group(PlannedMdev mdev, Optional<PlanVerdict> verdict) {
    return verdict.stream()
        .flatMap(judged -> judged.steps().stream())
        .filter(step -> step.device().equals(Optional.of(mdev.uuid())))
        .flatMap(step -> step.group().stream())
        .findFirst()
        .map(Reading::of)
        .orElseGet(Reading::unread);
  }

  private static IommuGroup with(PlannedMdev mdev, GroupId id, Map<GroupId, IommuGroup> groups) {
    IommuGroup before = groups.get(id);
    TreeSet<DeviceRef> members = new TreeSet<>();
    if (before != null) {
      members.addAll(before.members());
    }
    members.add(mdev.uuid());
    return new IommuGroup(
        id,
        before == null ? IommuGroup.Kind.MDEV : before.kind(),
        Reading.unread(),
        Reading.unread(),
        members,
        Reading.unread());
  }
}
