package org.iommuscope.model.planning;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;

/** The simulation as the only judge of a repair, counted so that a search ends. */
final class Judge {

  private final AttachSimulator simulator;
  private final HostTopology host;
  private final RuleProfile profile;
  private final BooleanSupplier cancelled;
  private int left;

  Judge(
      AttachSimulator simulator,
      HostTopology host,
      RuleProfile profile,
      BooleanSupplier cancelled,
      int limit) {
    this.simulator = simulator;
    this.host = host;
    this.profile = profile;
    this.cancelled = cancelled;
    this.left = limit;
  }

  HostTopology host() {
    return host;
  }

  boolean mayGoOn() {
    return left > 0 && !cancelled.getAsBoolean();
  }

  boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  Simulation run(AssignmentPlan plan) {
    left--;
    return simulator.run(host, plan, profile);
  }

  /** The first step that keeps a plan from being carried out. */
  Optional<StepVerdict> firstTrouble(AssignmentPlan plan) {
    return run(plan).verdict().steps().stream().filter(Judge::isTrouble).findFirst();
  }

  static boolean isTrouble(StepVerdict step) {
    return step.counts() || step.outcome() == Outcome.UNDECIDED;
  }
}
