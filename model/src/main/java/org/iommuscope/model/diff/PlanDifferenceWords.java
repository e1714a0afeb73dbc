package org.iommuscope.model.diff;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Outcome;

/**
 * Says in what a plan differs from another.
 *
 * @param plan what the plan is called, as the subject of a sentence
 * @param name what a device is called
 */
record PlanDifferenceWords(String plan, Function<DeviceRef, String> name) {

  String say(PlanDifference difference) {
    return switch (difference) {
      case PlanDifference.Answered(Outcome first, Outcome second) ->
          "%s %s, where the other %s".formatted(plan, ends(second), ends(first));
      case PlanDifference.Frees(DeviceRef device) ->
          "%s frees %s".formatted(plan, name.apply(device));
      case PlanDifference.Takes(DeviceRef device, var guests) ->
          "%s takes %s from the host%s"
              .formatted(
                  plan, name.apply(device), guests.isEmpty() ? "" : " for " + guests(guests));
      case PlanDifference.Costs(var loss) ->
          "%s costs the host its %s with %s"
              .formatted(plan, loss.use().label(), name.apply(loss.device()));
      case PlanDifference.Spares(var loss) ->
          "%s leaves the host its %s with %s"
              .formatted(plan, loss.use().label(), name.apply(loss.device()));
      case PlanDifference.GuestGone(GuestName guest) -> "%s has no guest %s".formatted(plan, guest);
      case PlanDifference.GuestNew(GuestName guest) ->
          "%s has a further guest %s".formatted(plan, guest);
      case PlanDifference.Given(DeviceRef device, var first, var second) ->
          "%s gives %s to %s, where the other gives it to %s"
              .formatted(plan, name.apply(device), guests(second), guests(first));
      case PlanDifference.Bound(DeviceRef device, String first, String second) ->
          "%s begins with %s on %s, where the other has %s"
              .formatted(plan, second, name.apply(device), first);
      case PlanDifference.Stepped step ->
          "%s of %s%s: %s, where the other has %s"
              .formatted(
                  step.action().word(),
                  step.device().map(name).orElse("nothing"),
                  step.guest().map(guest -> " for guest " + guest).orElse(""),
                  step.second().word(),
                  step.first().word());
      case PlanDifference.Said(String what) -> "%s says otherwise: %s".formatted(plan, what);
    };
  }

  private static String ends(Outcome outcome) {
    return switch (outcome) {
      case ATTACHES, DONE, REUSES -> "attaches";
      case UNDECIDED -> "is undecided";
      case REFUSED, UNSAFE, CRASHES, BLOCKS -> "is refused";
    };
  }

  private static String guests(List<GuestName> guests) {
    return guests.isEmpty()
        ? "no guest"
        : guests.stream().map(GuestName::text).collect(Collectors.joining(" and ", "guest ", ""));
  }
}
