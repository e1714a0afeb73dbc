package org.iommuscope.model.simulation;

import java.util.HashSet;
import java.util.Set;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;

/**
 * What a plan's own steps do to drivers: a driver chosen before the first step does not last where
 * a step changes it.
 */
record HostSteps(Set<DeviceRef> rebound) {

  static HostSteps of(AssignmentPlan plan) {
    Set<DeviceRef> rebound = new HashSet<>();
    for (PlanStep step : plan.sequence().orElse(java.util.List.of())) {
      switch (step.plain()) {
        case PlanStep.Bind bind -> rebound.add(bind.device());
        case PlanStep.Unbind unbind -> rebound.add(unbind.device());
        default -> {}
      }
    }
    return new HostSteps(rebound);
  }

  /** Whether the plan's steps leave a change in force. */
  boolean leaves(PlanChange change) {
    return switch (change) {
      case PlanChange.Bind bind -> !rebound.contains(bind.device());
      case PlanChange.Unbind unbind -> !rebound.contains(unbind.device());
      case PlanChange.Together(var changes) -> changes.stream().allMatch(this::leaves);
      default -> true;
    };
  }
}
