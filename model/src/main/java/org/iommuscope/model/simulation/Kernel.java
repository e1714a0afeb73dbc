package org.iommuscope.model.simulation;

import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.attach.Departures;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.attach.KernelEra;
import org.iommuscope.model.attach.OpenFile;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.rules.Rule;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.Situation;
import org.iommuscope.model.rules.Wanted;
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
    return AttachState.of(
        host, new KernelEra(era.mechanism(), era.emulatedMdevs(), circumstances.kernel()));
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
    if (finding instanceof Finding.Allowed) {
      finding = joined(state, step, wanted);
    }
    return new Answer(takesEffect(finding) ? state.after(step) : state, finding);
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
  private Finding joined(AttachState state, AttachStep step, Optional<Wanted> wanted) {
    return switch (step) {
      case AttachStep.SetContainer(Handle file, Handle into) ->
          container(state, into)
              .filter(container -> container.backend().isPresent())
              .map(container -> join(state, file, container, wanted))
              .orElse(Finding.ALLOWED);
      case AttachStep.SetIommu(Handle file, IommuType type) ->
          container(state, file)
              .map(container -> joinAll(state, file, container, type, wanted))
              .orElse(Finding.ALLOWED);
      default -> Finding.ALLOWED;
    };
  }

  private Finding join(
      AttachState state, Handle file, Container container, Optional<Wanted> wanted) {
    GroupId group = state.groupOf(file).orElseThrow().id();
    IommuType type = container.backend().orElseThrow();
    return examine(
        state, new AttachStep.JoinBackend(file, group, container.number(), type), wanted);
  }

  private Finding joinAll(
      AttachState state,
      Handle file,
      Container container,
      IommuType type,
      Optional<Wanted> wanted) {
    for (GroupId group : container.groups().keys().stream().sorted().toList()) {
      Finding finding =
          examine(state, new AttachStep.JoinBackend(file, group, container.number(), type), wanted);
      if (!takesEffect(finding)) {
        return finding;
      }
    }
    return Finding.ALLOWED;
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
