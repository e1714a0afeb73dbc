package org.iommuscope.model.impact;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.PciFunction;

/** Whether the host must be started again before a plan can be carried out, and why. */
final class Restarts {

  private final HostTopology host;
  private final List<String> reasons = new ArrayList<>();

  private Restarts(HostTopology host) {
    this.host = host;
  }

  static List<String> of(HostTopology host, AssignmentPlan plan) {
    Restarts restarts = new Restarts(host);
    plan.imagined().stream().filter(Dials::isAtBoot).forEach(restarts::addImagined);
    if (host.groups().isEmpty() && !plan.guests().isEmpty()) {
      restarts.reasons.add("yes: the host has no IOMMU group, and gets them at a start alone");
    }
    HostLosses.of(host, plan).losses().forEach(restarts::addLoss);
    return restarts.reasons.isEmpty()
        ? List.of("no: drivers, VFs and mdevs change while the host runs")
        : List.copyOf(restarts.reasons);
  }

  private void addImagined(PlanStep step) {
    reasons.add(
        switch (step) {
          case PlanStep.MoveCard move ->
              "yes: " + move.device() + " is put into another slot while the host is off";
          case PlanStep.SetParameter(var name, var value) ->
              "yes: the host starts with " + name + " " + value;
          default -> "yes: a step needs a start";
        });
  }

  /** What the running host works with does not let go of its device. */
  private void addLoss(HostLoss loss) {
    boolean isRoot = loss.use().kind() == HostUse.Kind.DISK;
    boolean isConsole =
        loss.use().kind() == HostUse.Kind.CONSOLE && host.device(loss.device()).isPresent();
    if (isRoot) {
      reasons.add(
          "probably: "
              + loss.device()
              + " carries "
              + loss.use().label()
              + ", and its driver goes only when nothing is mounted from it");
    } else if (isConsole && isBootDisplay(loss)) {
      reasons.add(
          "probably: "
              + loss.device()
              + " is the boot display, whose framebuffer is given up at a start alone");
    }
  }

  private boolean isBootDisplay(HostLoss loss) {
    return host.device(loss.device())
        .filter(device ->
            device instanceof PciFunction function
                && function.bootVga().known().filter(is -> is).isPresent())
        .isPresent();
  }
}
