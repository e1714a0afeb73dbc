package org.iommuscope.model.planning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.PlanChange;

/**
 * Changes after which every step of a plan attaches, and of which none can be left out.
 *
 * @param plan the plan with the changes made, as the simulation judged it
 */
public record Repair(List<PricedChange> changes, AssignmentPlan plan) {

  public Repair {
    changes = List.copyOf(changes);
  }

  public int points() {
    return changes.stream().mapToInt(PricedChange::points).sum();
  }

  /** What the changes cost together, the dearest first. */
  public List<Price> prices() {
    return changes.stream().flatMap(change -> change.prices().stream()).sorted().toList();
  }

  /** All of it as one change, which one undo takes back. */
  public PlanChange change() {
    return changes.size() == 1
        ? changes.getFirst().change()
        : new PlanChange.Together(changes.stream().map(PricedChange::change).toList());
  }

  /** Its single changes, whatever their order. */
  Set<PlanChange> parts() {
    return atoms(this).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether it does all that another does, and more; a driver less or vfio's is the same to all.
   */
  boolean holds(Repair other) {
    return effects(this).containsAll(effects(other));
  }

  private static Set<Object> effects(Repair repair) {
    return atoms(repair)
        .map(change ->
            change instanceof PlanChange.Bind || change instanceof PlanChange.Unbind
                ? subject(change)
                : change)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it decides already what a change would decide again. */
  boolean touches(PlanChange change) {
    List<Subject> decided = atoms(this).map(Repair::subject).toList();
    return atoms(change).map(Repair::subject).anyMatch(decided::contains);
  }

  private record Subject(Object what, String of) {}

  private static Subject subject(PlanChange change) {
    return switch (change) {
      case PlanChange.Assign(var guest, var device) -> new Subject(device, "guest");
      case PlanChange.Withdraw(var guest, var device) -> new Subject(device, "guest");
      case PlanChange.Bind(var device, var driver) -> new Subject(device, "driver");
      case PlanChange.Unbind(var device) -> new Subject(device, "driver");
      case PlanChange.SetViommu(var guest, var viommu) -> new Subject(guest, "vIOMMU");
      case PlanChange.PutBehind(var guest, var devices, var bus) -> new Subject(guest, "bus");
      case PlanChange.StopFirst(var running, var waiting) -> new Subject(running, "stop");
      case PlanChange.SetParameter(var name, var value) -> new Subject(name, "parameter");
      case PlanChange.Together together -> new Subject(together, "together");
    };
  }

  private static Stream<PlanChange> atoms(Repair repair) {
    return repair.changes.stream().flatMap(priced -> atoms(priced.change()));
  }

  private static Stream<PlanChange> atoms(PlanChange change) {
    return change instanceof PlanChange.Together(List<PlanChange> parts)
        ? parts.stream().flatMap(Repair::atoms)
        : Stream.of(change);
  }
}
