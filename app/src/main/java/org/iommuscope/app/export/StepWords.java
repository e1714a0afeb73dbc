package org.iommuscope.app.export;

import java.util.Optional;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.verdict.StepVerdict;

/** Says what a step of a plan does, in half a sentence. */
public final class StepWords {

  private final AssignmentPlan plan;

  StepWords(AssignmentPlan plan) {
    this.plan = plan;
  }

  String of(StepVerdict step) {
    Optional<String> device = step.device().map(Object::toString);
    String guest = step.guest().map(name -> "guest " + name).orElse("");
    String group = step.group().map(id -> ", group " + id + behind(step)).orElse("");
    return switch (step.action()) {
      case ATTACH -> device.map(name -> name + " for ").orElse("") + guest + group;
      case DETACH -> "detach " + device.map(name -> name + " from ").orElse("") + guest + group;
      case STOP -> "stop " + guest;
      case BIND, UNBIND, CREATE_MDEV, REMOVE_MDEV, SET_VFS, SET_PARAMETER, HOT_ADD ->
          order(plan.steps().get(step.from())).orElseGet(() -> plain(step)) + group;
    };
  }

  /** The group that QEMU never sees, where it is another. */
  private static String behind(StepVerdict step) {
    return step.backingGroup()
        .filter(behind -> !step.group().equals(Optional.of(behind)))
        .map(behind -> " backed by group " + behind)
        .orElse("");
  }

  /** A step of the host's administrator as an order, and a guest's as what it does. */
  public static String of(PlanStep step) {
    return order(step).orElseGet(() -> ofGuest(step));
  }

  private static String ofGuest(PlanStep step) {
    return switch (step.plain()) {
      case PlanStep.Start(var guest) -> "start guest " + guest;
      case PlanStep.Stop(var guest) -> "stop guest " + guest;
      case PlanStep.Attach(var guest, var device) -> "plug " + device + " into guest " + guest;
      case PlanStep.Detach(var guest, var device) -> "unplug " + device + " from guest " + guest;
      default -> "";
    };
  }

  /** What waited is done at a guest's step, and that does not tell its details. */
  private static String plain(StepVerdict step) {
    return step.action().word() + step.device().map(device -> " " + device).orElse("");
  }

  /** A step of the host's administrator, as an order. */
  private static Optional<String> order(PlanStep step) {
    return switch (step) {
      case PlanStep.Hypothetical(PlanStep imagined) ->
          order(imagined).map(words -> "what if: " + words);
      case PlanStep.MoveCard(var device, var below) ->
          Optional.of("have " + device + " in the slot below " + below);
      case PlanStep.Bind(var device, var driver) -> Optional.of("bind " + device + " to " + driver);
      case PlanStep.Unbind(var device) -> Optional.of("unbind " + device);
      case PlanStep.CreateMdev(var mdev) ->
          Optional.of("create " + mdev.uuid() + " of type " + mdev.type() + " on " + mdev.parent());
      case PlanStep.RemoveMdev(var uuid) -> Optional.of("remove " + uuid);
      case PlanStep.SetVfs(var pf, var count) -> Optional.of("have " + count + " VFs of " + pf);
      case PlanStep.SetParameter(var name, var value) ->
          Optional.of(
              name.equals(Dials.KERNEL) ? "have Linux " + value : "set " + name + "=" + value);
      case PlanStep.HotAdd(var device, var group, var driver) -> Optional.of("plug in " + device);
      case PlanStep.Start start -> Optional.empty();
      case PlanStep.Stop stop -> Optional.empty();
      case PlanStep.Attach attach -> Optional.empty();
      case PlanStep.Detach detach -> Optional.empty();
    };
  }
}
