package org.iommuscope.app.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.MdevBacking;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** Adds to a graph what a plan wants and what its verdict found. */
final class PlanAssembly {

  private record Wish(GuestName guest, DeviceRef device) {}

  private final GraphAssembly graph;
  private final AssignmentPlan plan;
  private final Map<Wish, Answer> answers = new HashMap<>();
  private final Map<DeviceRef, GroupId> found = new HashMap<>();

  PlanAssembly(GraphAssembly graph, AssignmentPlan plan, Optional<PlanVerdict> verdict) {
    this.graph = graph;
    this.plan = plan;
    verdict.ifPresent(answer -> answer.steps().forEach(this::remember));
  }

  void add() {
    plan.guests().forEach(this::addGuest);
    graph.devices().forEach(this::addBacking);
  }

  private void remember(StepVerdict step) {
    boolean attaches = step.action() == Action.ATTACH || step.action() == Action.HOT_ADD;
    if (!attaches || step.device().isEmpty()) {
      return;
    }
    DeviceRef device = step.device().get();
    step.guest()
        .ifPresent(guest -> answers.put(new Wish(guest, device), Answer.of(step.outcome())));
    step.backingGroup().ifPresent(group -> found.put(device, group));
  }

  private void addGuest(Guest guest) {
    GuestNode node = new GuestNode(guest.name());
    graph.graph().addVertex(node);
    guest.devices().stream()
        .map(GuestDevice::device)
        .distinct()
        .forEach(ref -> graph.device(ref).ifPresent(device -> addGift(node, device)));
  }

  private void addGift(GuestNode guest, DeviceNode device) {
    Answer answer = answers.getOrDefault(new Wish(guest.name(), device.ref()), Answer.UNASKED);
    graph.connect(new GraphEdge.Gets(guest, device, answer));
  }

  private void addBacking(DeviceNode node) {
    if (node.device() instanceof MediatedDevice mdev) {
      backingOf(mdev)
          .filter(group -> !mdev.group().known().equals(Optional.of(group)))
          .flatMap(graph::group)
          .ifPresent(group -> graph.connect(new GraphEdge.BackedBy(node, group)));
    }
  }

  // Told by the user, found by the verdict, or told by the
  // kernel and the parent's driver.
  private Optional<GroupId> backingOf(MediatedDevice mdev) {
    Reading<DeviceRef> told = plan.annotation(mdev.uuid()).iommuDevice();
    if (told instanceof Reading.Absent<DeviceRef>) {
      return Optional.empty();
    }
    return told.known()
        .or(() -> Optional.of(mdev).filter(this::isBackedByParent).flatMap(this::parentOf))
        .flatMap(graph::device)
        .flatMap(device -> device.device().group().known())
        .or(() -> Optional.ofNullable(found.get(mdev.uuid())));
  }

  private Optional<DeviceRef> parentOf(MediatedDevice mdev) {
    return mdev.parent().known();
  }

  private boolean isBackedByParent(MediatedDevice mdev) {
    return MdevBacking.toldBy(graph.host(), mdev).filter(MdevBacking.IOMMU::equals).isPresent();
  }
}
