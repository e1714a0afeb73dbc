package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.model.whatif.RestartedHost;

/**
 * The host as it would be by what a plan imagines and the kernel would grant; the captured host
 * itself where a plan imagines nothing.
 *
 * @param host the host that would be
 * @param restarted the host before its first running step
 * @param steps the imagined steps that are granted
 * @param changes what the imagined steps of the running host do; an empty value is a device gone
 */
public record ImaginedHost(
    HostTopology host,
    RestartedHost restarted,
    List<PlanStep> steps,
    SequencedMap<DeviceRef, Optional<LiveDevice>> changes) {

  public ImaginedHost {
    steps = List.copyOf(steps);
    changes = Collections.unmodifiableSequencedMap(new TreeMap<>(changes));
  }

  static ImaginedHost of(
      RestartedHost restarted, AssignmentPlan plan, Kernel kernel, PlanVerdict verdict) {
    List<PlanStep> granted = granted(plan, verdict);
    if (granted.isEmpty()) {
      return new ImaginedHost(restarted.host(), restarted, List.of(), new TreeMap<>());
    }
    AttachState before = Beginning.of(restarted.host(), plan, kernel);
    AttachState after = before;
    for (PlanStep step : granted) {
      if (!Dials.isAtBoot(step)) {
        after = kernel.take(after, HostStep.of(step).step()).after();
      }
    }
    Map<DeviceRef, Optional<LiveDevice>> changes = changes(before, after);
    HostTopology host =
        changes.isEmpty()
            ? restarted.host()
            : new ImaginedDevices(restarted.host(), after, granted).with(changes);
    return new ImaginedHost(host, restarted, granted, new TreeMap<>(changes));
  }

  /** The imagined steps that nothing speaks against; of a start it is said what is not known. */
  private static List<PlanStep> granted(AssignmentPlan plan, PlanVerdict verdict) {
    List<PlanStep> steps = plan.steps();
    List<PlanStep> granted = new ArrayList<>();
    for (int from = 0; from < steps.size(); from++) {
      PlanStep step = steps.get(from);
      boolean isTaken =
          step.isHypothetical()
              && isOfHost(step.plain())
              && (isGranted(verdict, from) || Dials.isAtBoot(step));
      if (isTaken) {
        granted.add(step.plain());
      }
    }
    return granted;
  }

  private static boolean isOfHost(PlanStep step) {
    return !(step instanceof PlanStep.Start
        || step instanceof PlanStep.Stop
        || step instanceof PlanStep.Attach
        || step instanceof PlanStep.Detach);
  }

  private static boolean isGranted(PlanVerdict verdict, int from) {
    for (StepVerdict step : verdict.steps()) {
      if (step.from() == from) {
        return step.outcome() == Outcome.DONE || step.outcome() == Outcome.UNSAFE;
      }
    }
    return false;
  }

  static Map<DeviceRef, Optional<LiveDevice>> changes(AttachState before, AttachState after) {
    Set<DeviceRef> touched = new TreeSet<>(before.touched());
    touched.addAll(after.touched());
    Map<DeviceRef, Optional<LiveDevice>> changes = new TreeMap<>();
    for (DeviceRef ref : touched) {
      if (!before.device(ref).equals(after.device(ref))) {
        changes.put(ref, after.device(ref));
      }
    }
    return changes;
  }

  /** The same imagination at a moment of the running host. */
  ImaginedHost at(HostTopology moment) {
    return new ImaginedHost(moment, restarted, steps, changes);
  }

  /** Whether anything is other than captured. */
  public boolean isImagined() {
    return !steps.isEmpty();
  }

  /** The devices that are there, or are what they are, only in this imagination. */
  public Set<DeviceRef> imagined() {
    Set<DeviceRef> imagined = new TreeSet<>();
    imagined.addAll(restarted.moved());
    changes.forEach((ref, device) -> {
      if (device.isPresent()) {
        imagined.add(ref);
      }
    });
    return imagined;
  }

  /** The devices whose group has other members than captured. */
  public Set<DeviceRef> regrouped() {
    Set<DeviceRef> regrouped = new TreeSet<>();
    regrouped.addAll(restarted.regrouped());
    Set<GroupId> touched = new TreeSet<>();
    changes.forEach((ref, device) -> {
      restarted.host().groupOf(ref).map(IommuGroup::id).ifPresent(touched::add);
      device.flatMap(live -> live.group().known()).ifPresent(touched::add);
    });
    for (GroupId id : touched) {
      Set<DeviceRef> members = membersOf(host, id);
      if (!members.equals(membersOf(restarted.host(), id))) {
        regrouped.addAll(members);
      }
    }
    return regrouped;
  }

  private static Set<DeviceRef> membersOf(HostTopology host, GroupId id) {
    return host.group(id).<Set<DeviceRef>>map(IommuGroup::members).orElse(Set.of());
  }

  /** The functions of which the capture does not tell what group they would have. */
  public SortedSet<PciAddress> unsure() {
    return restarted.unsure();
  }

  /** Whether another imagination of the same capture comes to the same. */
  public boolean isSameAs(ImaginedHost other) {
    return steps.equals(other.steps) && changes.equals(other.changes);
  }
}
