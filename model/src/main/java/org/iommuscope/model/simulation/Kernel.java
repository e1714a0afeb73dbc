package org.iommuscope.model.simulation;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.attach.Departures;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.attach.KernelEra;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.attach.OpenFile;
import org.iommuscope.model.rules.Backings;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.rules.Inheritance;
import org.iommuscope.model.rules.Rule;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.Situation;
import org.iommuscope.model.rules.Wanted;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Finding;

/** A kernel of one profile: it asks the rules of a step and, where none objects, takes it. */
public final class Kernel {

  private final RuleProfile profile;
  private final Circumstances circumstances;

  public Kernel(RuleProfile profile, Circumstances circumstances) {
    this.profile = profile;
    this.circumstances = circumstances;
  }

  public RuleProfile profile() {
    return profile;
  }

  public Circumstances circumstances() {
    return circumstances;
  }

  /** The host as captured, under this kernel. */
  public AttachState initial(HostTopology host) {
    RuleProfile.Era era = profile.era();
    boolean asPosted = era.mdevs() == MdevDesign.GROUP_ATTACHED && circumstances.detachesAsPosted();
    return AttachState.of(
        host, new KernelEra(era.mechanism(), era.mdevs(), asPosted, circumstances.kernel()));
  }

  public Answer take(AttachState state, AttachStep step) {
    return take(state, step, Optional.empty());
  }

  /** Takes one step; a refused one leaves the state as it was but for a driver already gone. */
  public Answer take(AttachState state, AttachStep step, Optional<Wanted> wanted) {
    if (step instanceof AttachStep.Bind bind && hasDriver(state, bind)) {
      return rebind(state, bind, wanted);
    }
    Finding finding = examine(state, step, wanted);
    return takesEffect(finding)
        ? joined(state, new Answer(inherited(state.after(step), step), finding), step, wanted)
        : new Answer(state, finding);
  }

  /** The state with every mdev in the group that it inherits, if the profile's mdevs do. */
  AttachState inherited(AttachState state) {
    AttachState now = state;
    for (DeviceRef mdev : Inheritance.heirs(state)) {
      now = Inheritance.of(now, mdev, circumstances);
    }
    return now;
  }

  private AttachState inherited(AttachState state, AttachStep step) {
    return switch (step) {
      case AttachStep.CreateMdev create ->
          Inheritance.of(state, DeviceRef.parse(create.uuid()), circumstances);
      case AttachStep.Bind(DeviceRef device, var driver) ->
          Inheritance.of(state, device, circumstances);
      default -> state;
    };
  }

  /** The first finding of the step's row that is not a plain yes. */
  public Finding examine(AttachState state, AttachStep step, Optional<Wanted> wanted) {
    Situation situation = new Situation(state, step, circumstances, wanted);
    Finding unsafe = Finding.ALLOWED;
    for (Rule rule : profile.at(step.kind())) {
      Finding finding = rule.examine(situation);
      if (finding instanceof Finding.Unsafe) {
        unsafe = finding;
      } else if (!(finding instanceof Finding.Allowed)) {
        return finding;
      }
    }
    return unsafe;
  }

  /** A bind takes the present driver away first, and that may wait. */
  private Answer rebind(AttachState state, AttachStep.Bind bind, Optional<Wanted> wanted) {
    Answer unbound = take(state, new AttachStep.Unbind(bind.device()), wanted);
    return unbound.isGranted() ? take(unbound.after(), bind, wanted) : unbound;
  }

  /** The backend takes a group when both are there: at SET_IOMMU, or at a later SET_CONTAINER. */
  private Answer joined(
      AttachState before, Answer granted, AttachStep step, Optional<Wanted> wanted) {
    AttachState now = granted.after();
    Finding finding = granted.finding();
    for (AttachStep join : joins(now, step)) {
      Finding next = examine(now, join, wanted);
      if (!takesEffect(next)) {
        return new Answer(before, next);
      }
      finding = next instanceof Finding.Allowed ? finding : next;
      now = now.after(join);
    }
    return new Answer(now, finding);
  }

  private List<AttachStep> joins(AttachState state, AttachStep step) {
    return switch (step) {
      case AttachStep.SetContainer(Handle file, Handle into) ->
          container(state, into)
              .filter(container -> container.backend().isPresent())
              .flatMap(container ->
                  state.groupOf(file).map(group -> join(state, file, container, group.id())))
              .stream()
              .toList();
      case AttachStep.SetIommu(Handle file, IommuType type) ->
          container(state, file).stream()
              .flatMap(container ->
                  container.groups().keys().stream()
                      .sorted()
                      .map(group -> join(state, file, container, group)))
              .toList();
      default -> List.of();
    };
  }

  private AttachStep join(AttachState state, Handle file, Container container, GroupId group) {
    return new AttachStep.JoinBackend(
        file,
        group,
        container.number(),
        container.backend().orElseThrow(),
        Backings.of(state, group, circumstances));
  }

  private static Optional<Container> container(AttachState state, Handle file) {
    return state.file(file).orElse(null) instanceof OpenFile.OfContainer(int number)
        ? state.container(number)
        : Optional.empty();
  }

  private static boolean hasDriver(AttachState state, AttachStep.Bind bind) {
    return state.device(bind.device()).flatMap(found -> found.driver().known()).isPresent()
        && !Departures.leaving(state, bind).isEmpty();
  }

  private static boolean takesEffect(Finding finding) {
    return switch (finding) {
      case Finding.Allowed allowed -> true;
      case Finding.Unsafe unsafe -> true;
      case Finding.Waits waits -> true;
      case Finding.Kills kills -> true;
      case Finding.Forbidden forbidden -> false;
      case Finding.Undecided undecided -> false;
    };
  }
}
