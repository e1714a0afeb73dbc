package org.iommuscope.model.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.iommuscope.model.topology.DeviceRef;

/** A plan that speaks of one device where it spoke of another. */
public final class Renaming {

  private final UnaryOperator<DeviceRef> names;

  private Renaming(DeviceRef from, DeviceRef to) {
    this.names = device -> device.equals(from) ? to : device;
  }

  /** The plan with every mention of a device changed, whatever part it stands in. */
  public static AssignmentPlan of(AssignmentPlan plan, DeviceRef from, DeviceRef to) {
    Renaming renaming = new Renaming(from, to);
    return plan.withBindings(renaming.keys(plan.bindings()))
        .withAnnotations(renaming.keys(plan.annotations()))
        .withGuests(plan.guests().stream().map(renaming::guest).toList())
        .withSequence(plan.sequence().map(steps -> steps.stream().map(renaming::step).toList()))
        .withWaivers(plan.waivers().stream().map(renaming::waiver).toList())
        .withComments(renaming.comments(plan.comments()));
  }

  private <V> Map<DeviceRef, V> keys(Map<DeviceRef, V> map) {
    Map<DeviceRef, V> renamed = new TreeMap<>();
    map.forEach((device, value) -> renamed.put(names.apply(device), value));
    return renamed;
  }

  private Map<Commented, String> comments(Map<Commented, String> comments) {
    Map<Commented, String> renamed = new LinkedHashMap<>();
    comments.forEach((where, text) -> renamed.put(commented(where), text));
    return renamed;
  }

  private Commented commented(Commented where) {
    return switch (where) {
      case Commented.OfDevice(var guest, var device) ->
          new Commented.OfDevice(guest, names.apply(device));
      case Commented.OfGuest guest -> guest;
      case Commented.WholePlan plan -> plan;
    };
  }

  private Waiver waiver(Waiver waiver) {
    return new Waiver(waiver.rule(), waiver.device().map(names), waiver.comment(), waiver.until());
  }

  private Guest guest(Guest guest) {
    return guest.withDevices(
        guest.devices().stream().map(given -> given.naming(names.apply(given.device()))).toList());
  }

  private PlanStep step(PlanStep step) {
    return switch (step) {
      case PlanStep.Attach(var guest, var device) ->
          new PlanStep.Attach(guest, names.apply(device));
      case PlanStep.Detach(var guest, var device) ->
          new PlanStep.Detach(guest, names.apply(device));
      case PlanStep.Bind(var device, var driver) -> new PlanStep.Bind(names.apply(device), driver);
      case PlanStep.Unbind(var device) -> new PlanStep.Unbind(names.apply(device));
      case PlanStep.Hypothetical(var imagined) -> new PlanStep.Hypothetical(step(imagined));
      case PlanStep.Start start -> start;
      case PlanStep.Stop stop -> stop;
      case PlanStep.CreateMdev create -> create;
      case PlanStep.RemoveMdev remove -> remove;
      case PlanStep.SetVfs set -> set;
      case PlanStep.SetParameter set -> set;
      case PlanStep.HotAdd add -> add;
      case PlanStep.MoveCard move -> move;
    };
  }
}
