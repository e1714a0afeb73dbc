package org.iommuscope.app.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.impact.HostLosses;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** Finds what a plan wants of a host's graph and what its verdict found. */
final class PlanAssembly {

  private record Wish(GuestName guest, DeviceRef device) {}

  private final HostGraph graph;
  private final AssignmentPlan plan;
  private final Map<Wish, Answer> answers = new HashMap<>();
  private final Map<Wish, Integer> attachedBy = new HashMap<>();
  private final Map<DeviceRef, GroupId> found = new HashMap<>();
  private final List<GuestNode> guests = new ArrayList<>();
  private final Map<DeviceNode, List<GraphEdge.Gets>> gifts = new HashMap<>();
  private final Map<DeviceNode, GraphEdge.BackedBy> backings = new HashMap<>();
  private final Map<DeviceNode, Isolation> isolations = new HashMap<>();

  PlanAssembly(HostGraph graph, AssignmentPlan plan, Optional<PlanVerdict> verdict) {
    this.graph = graph;
    this.plan = plan;
    verdict.ifPresent(answer -> answer.steps().forEach(this::remember));
  }

  Wishes wishes() {
    plan.guests().forEach(this::addGuest);
    graph.devices().values().forEach(this::addBacking);
    return new Wishes(
        guests, gifts, backings, isolations, HostLosses.of(graph.host(), plan).leaving().keySet());
  }

  private void remember(StepVerdict step) {
    if (step.device().isEmpty() || step.guest().isEmpty()) {
      return;
    }
    Wish wish = new Wish(step.guest().get(), step.device().get());
    if (step.action() == Action.ATTACH || step.action() == Action.HOT_ADD) {
      answers.put(wish, Answer.of(step.outcome()));
      attachedBy.put(wish, step.from());
      step.backingGroup().ifPresent(group -> found.put(wish.device(), group));
    } else if (step.action() == Action.DETACH && isGivenBack(wish, step)) {
      answers.put(wish, Answer.RETURNED);
    }
  }

  /** A guest that does not start lets go of its devices in the very step that attached them. */
  private boolean isGivenBack(Wish wish, StepVerdict step) {
    return answers.get(wish) == Answer.YES
        && Integer.valueOf(step.from()).equals(attachedBy.get(wish));
  }

  private void addGuest(Guest guest) {
    GuestNode node = new GuestNode(guest.name());
    guests.add(node);
    guest.devices().stream()
        .map(GuestDevice::device)
        .distinct()
        .forEach(ref -> graph.device(ref).ifPresent(device -> addGift(node, device)));
  }

  private void addGift(GuestNode guest, DeviceNode device) {
    Answer answer = answers.getOrDefault(new Wish(guest.name(), device.ref()), Answer.UNASKED);
    gifts
        .computeIfAbsent(device, none -> new ArrayList<>())
        .add(new GraphEdge.Gets(guest, device, answer));
  }

  private void addBacking(DeviceNode node) {
    if (node.device() instanceof MediatedDevice mdev) {
      MdevReading reading = new MdevReading(graph, plan, mdev);
      Optional<GroupId> group = reading.backing().or(() -> found(mdev));
      Isolation isolation = reading.isolation(group.isPresent());
      isolations.put(node, isolation);
      group
          .filter(behind -> !mdev.group().known().equals(Optional.of(behind)))
          .flatMap(graph::group)
          .ifPresent(behind -> backings.put(node, new GraphEdge.BackedBy(node, behind, isolation)));
    }
  }

  private Optional<GroupId> found(MediatedDevice mdev) {
    return Optional.ofNullable(found.get(mdev.uuid()));
  }
}
