package org.iommuscope.model.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * What turns of dials do to a plan: steps that are only imagined, which stand before the first
 * start. A turn replaces what the dial said before; turning it back takes its steps out.
 */
public final class Dials {

  /** The parameter of a kernel's command line that patched kernels take for isolation. */
  public static final String ACS_OVERRIDE = "pcie_acs_override";

  /** What stands for the running kernel's release among the imagined parameters. */
  public static final String KERNEL = "kernel";

  private Dials() {}

  /** The value of an imagined parameter; the last one counts. */
  public static Optional<String> parameter(List<PlanStep> imagined, String name) {
    return imagined.stream()
        .filter(
            step -> step instanceof PlanStep.SetParameter(var key, var value) && key.equals(name))
        .map(step -> ((PlanStep.SetParameter) step).value())
        .reduce((first, second) -> second);
  }

  /**
   * Whether an imagined step needs the host to be started again, and so comes before all others.
   */
  public static boolean isAtBoot(PlanStep imagined) {
    return imagined.plain() instanceof PlanStep.MoveCard
        || imagined.plain() instanceof PlanStep.SetParameter(var name, var value)
            && (name.equals(ACS_OVERRIDE) || name.equals(KERNEL));
  }

  /**
   * Another number of VFs; VFs that are there must go before another number can come.
   *
   * @param now how many there are on the host; the same number turns the dial back
   */
  static AssignmentPlan vfs(AssignmentPlan plan, PciAddress pf, int now, int count) {
    List<PlanStep> steps = new ArrayList<>();
    if (now != count && now > 0) {
      steps.add(new PlanStep.SetVfs(pf, 0));
    }
    if (now != count && count > 0) {
      steps.add(new PlanStep.SetVfs(pf, count));
    }
    return turned(plan, step -> step instanceof PlanStep.SetVfs set && set.pf().equals(pf), steps);
  }

  /** Another value of a parameter; none turns the dial back. */
  static AssignmentPlan parameter(AssignmentPlan plan, String name, Optional<String> value) {
    return turned(
        plan,
        step -> step instanceof PlanStep.SetParameter(var key, var old) && key.equals(name),
        value.stream().<PlanStep>map(text -> new PlanStep.SetParameter(name, text)).toList());
  }

  /** A card in another slot; no bridge puts it back. */
  static AssignmentPlan card(AssignmentPlan plan, PciAddress device, Optional<PciAddress> below) {
    return turned(
        plan,
        step -> step instanceof PlanStep.MoveCard move && isOneCard(move.device(), device),
        below.stream().<PlanStep>map(bridge -> new PlanStep.MoveCard(device, bridge)).toList());
  }

  /** A device with another driver, or without one; an unread one turns it back. */
  static AssignmentPlan driver(AssignmentPlan plan, DeviceRef device, Reading<String> driver) {
    List<PlanStep> steps =
        switch (driver) {
          case Reading.Present<String>(String name) -> List.of(new PlanStep.Bind(device, name));
          case Reading.Absent<String> none -> List.of(new PlanStep.Unbind(device));
          case Reading.Unread<String> back -> List.of();
        };
    return turned(plan, step -> isBinding(step, device), steps);
  }

  /** One more mdev; it comes after whatever makes its parent what it is. */
  static AssignmentPlan mdev(AssignmentPlan plan, PlannedMdev mdev) {
    return turned(plan, step -> false, List.of(new PlanStep.CreateMdev(mdev)));
  }

  /** An mdev less: one that is imagined is imagined no more, one of the host is removed. */
  static AssignmentPlan withoutMdev(AssignmentPlan plan, MdevUuid uuid) {
    Predicate<PlanStep> makes =
        step -> step instanceof PlanStep.CreateMdev(var mdev) && mdev.uuid().equals(uuid);
    boolean isImagined = plan.imagined().stream().anyMatch(makes);
    return turned(plan, makes, isImagined ? List.of() : List.of(new PlanStep.RemoveMdev(uuid)));
  }

  /** The plan with an imagined step less, the one of that place among them. */
  static AssignmentPlan without(AssignmentPlan plan, PlanStep imagined) {
    return turned(plan, imagined.plain()::equals, List.of());
  }

  /** The plan as it is without anything imagined. */
  static AssignmentPlan off(AssignmentPlan plan) {
    return turned(plan, step -> true, List.of());
  }

  private static boolean isBinding(PlanStep step, DeviceRef device) {
    return switch (step) {
      case PlanStep.Bind bind -> bind.device().equals(device);
      case PlanStep.Unbind unbind -> unbind.device().equals(device);
      default -> false;
    };
  }

  /** Functions of one card have all but the function number in common. */
  private static boolean isOneCard(PciAddress one, PciAddress other) {
    return one.segment() == other.segment()
        && one.bus() == other.bus()
        && one.device() == other.device();
  }

  /** New steps stand behind the imagined ones that are at the beginning. */
  private static AssignmentPlan turned(
      AssignmentPlan plan, Predicate<PlanStep> replaced, List<? extends PlanStep> fresh) {
    List<PlanStep> steps = new ArrayList<>(plan.steps());
    steps.removeIf(step -> step.isHypothetical() && replaced.test(step.plain()));
    int at = 0;
    while (at < steps.size() && steps.get(at).isHypothetical()) {
      at++;
    }
    for (PlanStep step : fresh) {
      steps.add(at++, new PlanStep.Hypothetical(step));
    }
    AssignmentPlan unwritten = plan.withSequence(Optional.empty());
    return plan.withSequence(
        steps.equals(unwritten.steps()) ? Optional.empty() : Optional.of(List.copyOf(steps)));
  }
}
