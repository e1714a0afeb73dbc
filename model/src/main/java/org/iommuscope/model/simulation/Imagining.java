package org.iommuscope.model.simulation;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;
import org.iommuscope.model.whatif.RestartedHost;

/** What is to be said against an imagined step before any kernel is asked. */
final class Imagining {

  /** The capture must hold the config space from which an imagined host follows. */
  static final RuleId CONFIG_IS_CAPTURED = new RuleId("config-space-is-captured");

  /** A card fits into the slot that is imagined for it. */
  static final RuleId CARD_FITS_SLOT = new RuleId("card-fits-slot");

  private Imagining() {}

  /** An imagined step in the words of a verdict. */
  record Told(Action action, At at, Optional<DeviceRef> device) {}

  static Told told(PlanStep step) {
    if (step instanceof PlanStep.MoveCard move) {
      return new Told(Action.HOT_ADD, At.PROBE, Optional.of(move.device()));
    }
    HostStep asked = HostStep.of(step);
    return new Told(asked.action(), asked.at(), asked.device());
  }

  static Optional<Finding> doubt(RestartedHost restarted, AttachState state, PlanStep step) {
    if (step instanceof PlanStep.MoveCard move && restarted.objections().containsKey(move)) {
      Statement why =
          new Statement.CardDoesNotFit(
              move.device(), restarted.objections().getOrDefault(move, ""));
      return Optional.of(new Finding.Forbidden(Objection.of(CARD_FITS_SLOT, Cause.fact(why))));
    }
    if (Dials.isAtBoot(step) && !restarted.unsure().isEmpty()) {
      return Optional.of(notCaptured(List.copyOf(restarted.untold())));
    }
    return step instanceof PlanStep.SetVfs set && lacksPlaces(state, set)
        ? Optional.of(notCaptured(List.of(set.pf())))
        : Optional.empty();
  }

  /** First VF Offset and VF Stride say where VFs appear. */
  private static boolean lacksPlaces(AttachState state, PlanStep.SetVfs set) {
    return state.device(set.pf()).isPresent()
        && state.vfsOf(set.pf()).isEmpty()
        && state.after(new AttachStep.SetVfs(set.pf(), set.count())).vfsOf(set.pf()).size()
            < set.count();
  }

  private static Finding notCaptured(List<? extends DeviceRef> untold) {
    return new Finding.Undecided(
        CONFIG_IS_CAPTURED,
        List.of(Cause.fact(new Statement.ConfigNotCaptured(List.copyOf(untold)))));
  }
}
