package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.rules.BackingCauses;
import org.iommuscope.model.rules.Backings;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.rules.DomainHolders;
import org.iommuscope.model.rules.Donations;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Statement;

/**
 * What is said of an attach that nobody objects to: what really stands behind an mdev, and by which
 * device the guest has the group already.
 */
final class AttachNotes {

  private final Circumstances circumstances;

  AttachNotes(Circumstances circumstances) {
    this.circumstances = circumstances;
  }

  List<Cause> of(Attempt attempt, GuestName guest) {
    Optional<GroupId> group = attempt.succeeded() ? attempt.group() : Optional.empty();
    if (group.isEmpty()) {
      return List.of();
    }
    List<Cause> notes = new ArrayList<>();
    if (attempt.reused()) {
      notes.addAll(reuse(attempt, group.get(), guest));
    }
    notes.addAll(behind(attempt, group.get()));
    return notes;
  }

  /** The guest's own group explains it, else the one behind it that another device uses. */
  private static List<Cause> reuse(Attempt attempt, GroupId group, GuestName guest) {
    Optional<DeviceRef> first =
        attempt.process().group(group).stream()
            .flatMap(held -> held.devices().stream())
            .filter(device -> !device.equals(attempt.given().device()))
            .findFirst();
    return first
        .map(device -> List.of(Cause.fact(new Statement.HeldBy(group, guest, device))))
        .orElseGet(() -> shared(attempt.state(), group));
  }

  private static List<Cause> shared(AttachState state, GroupId group) {
    Optional<Container> container =
        state.vfioGroup(group).flatMap(VfioGroup::container).flatMap(state::container);
    Optional<GroupId> domain =
        container.flatMap(known -> known.groups().get(group)).flatMap(Backing::domain);
    return domain
        .map(behind -> joins(state, group, behind, container.orElseThrow()))
        .orElse(List.of());
  }

  private static List<Cause> joins(
      AttachState state, GroupId group, GroupId behind, Container container) {
    List<Cause> notes = new ArrayList<>();
    state.members(group).stream()
        .map(device -> new Statement.JoinsDomain(device, behind, container.owner()))
        .limit(1)
        .forEach(joined -> notes.add(Cause.fact(joined)));
    notes.addAll(new DomainHolders(state, behind, container).others(group));
    return notes;
  }

  private static List<Cause> auxiliary(AttachState state, DeviceRef mdev, DeviceRef parent) {
    List<Cause> notes = new ArrayList<>();
    notes.add(Cause.fact(new Statement.AuxBacked(mdev, parent)));
    state
        .groupOf(parent)
        .map(group -> new Statement.AuxBesideOthers(parent, group, others(state, group, parent)))
        .filter(beside -> !beside.others().isEmpty())
        .ifPresent(beside -> notes.add(Cause.fact(beside)));
    return notes;
  }

  private static List<DeviceRef> others(AttachState state, GroupId group, DeviceRef parent) {
    return state.members(group).stream().filter(member -> !member.equals(parent)).toList();
  }

  private List<Cause> behind(Attempt attempt, GroupId group) {
    DeviceRef device = attempt.given().device();
    boolean annotated = circumstances.annotation(device).iommuDevice().known().isPresent();
    return switch (Backings.of(attempt.state(), group, circumstances)) {
      case Backing.DeviceGroup backing -> BackingCauses.withOwnGroup(attempt.state(), backing);
      case Backing.Auxiliary(var mdev, DeviceRef parent) ->
          auxiliary(attempt.state(), mdev, parent);
      case Backing.Nothing nothing when annotated ->
          List.of(Cause.fact(new Statement.AnnotationIgnored(device)));
      case Backing.Nothing nothing -> List.of();
      case Backing.OwnGroup own -> new Donations(attempt.state(), circumstances).of(own.group());
      case Backing.Ungrouped ungrouped -> List.of();
      case Backing.Unknown unknown -> List.of();
    };
  }
}
