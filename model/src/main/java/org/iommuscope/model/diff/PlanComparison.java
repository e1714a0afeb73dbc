package org.iommuscope.model.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iommuscope.model.impact.HostLoss;
import org.iommuscope.model.impact.HostLosses;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** Two plans for one host, compared: what the second does otherwise, the weightiest first. */
public record PlanComparison(List<PlanDifference> differences) {

  public PlanComparison {
    differences = List.copyOf(differences);
  }

  /**
   * A plan with what is known of it.
   *
   * @param losses what the host would lose
   */
  public record Judged(AssignmentPlan plan, PlanVerdict verdict, HostLosses losses) {}

  /** Compares a second plan with a first. */
  public static PlanComparison of(Judged first, Judged second) {
    List<PlanDifference> all = new ArrayList<>();
    if (first.verdict().outcome() != second.verdict().outcome()) {
      all.add(new PlanDifference.Answered(first.verdict().outcome(), second.verdict().outcome()));
    }
    addLosses(first, second, all);
    addGuests(first, second, all);
    addBindings(first.plan(), second.plan(), all);
    addSteps(first.verdict(), second.verdict(), all);
    addRest(first.plan(), second.plan(), all);
    return new PlanComparison(all);
  }

  public boolean isEmpty() {
    return differences.isEmpty();
  }

  /** The differences as sentences about the second plan. */
  public List<String> sentences(String second, Function<DeviceRef, String> name) {
    PlanDifferenceWords words = new PlanDifferenceWords(second, name);
    return differences.stream().map(words::say).toList();
  }

  private static void addLosses(Judged before, Judged after, List<PlanDifference> all) {
    HostLosses first = before.losses();
    HostLosses second = after.losses();
    Set<String> lostBefore = uses(first);
    Set<String> lostAfter = uses(second);
    only(first.leaving(), second.leaving()).forEach(ref -> all.add(new PlanDifference.Frees(ref)));
    second.losses().stream()
        .filter(loss -> !lostBefore.contains(use(loss)))
        .forEach(loss -> all.add(new PlanDifference.Costs(loss)));
    first.losses().stream()
        .filter(loss -> !lostAfter.contains(use(loss)))
        .forEach(loss -> all.add(new PlanDifference.Spares(loss)));
    only(second.leaving(), first.leaving())
        .forEach(ref -> all.add(new PlanDifference.Takes(ref, guestsOf(after.plan(), ref))));
  }

  private static Set<DeviceRef> only(Map<DeviceRef, String> one, Map<DeviceRef, String> other) {
    Set<DeviceRef> left = new TreeSet<>(one.keySet());
    left.removeAll(other.keySet());
    return left;
  }

  /** The same use is lost whatever makes the device leave. */
  private static Set<String> uses(HostLosses losses) {
    return losses.losses().stream().map(PlanComparison::use).collect(Collectors.toSet());
  }

  private static String use(HostLoss loss) {
    return loss.device() + " " + loss.use().label();
  }

  private static void addGuests(Judged one, Judged other, List<PlanDifference> all) {
    AssignmentPlan first = one.plan();
    AssignmentPlan second = other.plan();
    for (Guest guest : first.guests()) {
      if (second.guest(guest.name()).isEmpty()) {
        all.add(new PlanDifference.GuestGone(guest.name()));
      }
    }
    for (Guest guest : second.guests()) {
      if (first.guest(guest.name()).isEmpty()) {
        all.add(new PlanDifference.GuestNew(guest.name()));
      }
    }
    for (DeviceRef device : devices(first, second)) {
      List<GuestName> before = guestsOf(first, device);
      List<GuestName> after = guestsOf(second, device);
      boolean leavesWithBoth =
          one.losses().leaving().containsKey(device)
              == other.losses().leaving().containsKey(device);
      if (leavesWithBoth && !before.equals(after)) {
        all.add(new PlanDifference.Given(device, before, after));
      }
    }
  }

  private static Set<DeviceRef> devices(AssignmentPlan first, AssignmentPlan second) {
    Set<DeviceRef> devices = new TreeSet<>();
    for (AssignmentPlan plan : List.of(first, second)) {
      plan.guests().forEach(guest -> guest.devices().forEach(given -> devices.add(given.device())));
    }
    return devices;
  }

  private static List<GuestName> guestsOf(AssignmentPlan plan, DeviceRef device) {
    return plan.guests().stream()
        .filter(guest -> guest.devices().stream().anyMatch(given -> given.device().equals(device)))
        .map(Guest::name)
        .toList();
  }

  private static void addBindings(
      AssignmentPlan first, AssignmentPlan second, List<PlanDifference> all) {
    Set<DeviceRef> bound = new TreeSet<>(first.bindings().keySet());
    bound.addAll(second.bindings().keySet());
    for (DeviceRef device : bound) {
      String before = driver(first, device);
      String after = driver(second, device);
      if (!before.equals(after)) {
        all.add(new PlanDifference.Bound(device, before, after));
      }
    }
  }

  private static String driver(AssignmentPlan plan, DeviceRef device) {
    Optional<String> driver = plan.bindings().get(device);
    return driver == null ? "its driver as captured" : driver.orElse("no driver");
  }

  private static void addSteps(PlanVerdict first, PlanVerdict second, List<PlanDifference> all) {
    Set<StepVerdict> met = new LinkedHashSet<>();
    for (StepVerdict before : first.steps()) {
      second.steps().stream()
          .filter(after -> isSame(before, after) && !met.contains(after))
          .findFirst()
          .ifPresent(after -> {
            met.add(after);
            if (before.outcome() != after.outcome()) {
              all.add(
                  new PlanDifference.Stepped(
                      after.action(),
                      after.guest(),
                      after.device(),
                      before.outcome(),
                      after.outcome()));
            }
          });
    }
  }

  private static boolean isSame(StepVerdict one, StepVerdict two) {
    return one.action() == two.action()
        && one.guest().equals(two.guest())
        && one.device().equals(two.device());
  }

  /** What is not told device by device. */
  private static void addRest(
      AssignmentPlan first, AssignmentPlan second, List<PlanDifference> all) {
    addWhereOther("the rule profile", first, second, AssignmentPlan::profile, all);
    addWhereOther("the environment", first, second, AssignmentPlan::environment, all);
    addWhereOther("the mdevs made before", first, second, AssignmentPlan::mdevs, all);
    addWhereOther("what is said of devices", first, second, AssignmentPlan::annotations, all);
    addWhereOther("the order of the steps", first, second, AssignmentPlan::sequence, all);
    addWhereOther("the waivers", first, second, AssignmentPlan::waivers, all);
    addWhereOther("the comments", first, second, AssignmentPlan::comments, all);
    for (Guest guest : first.guests()) {
      second
          .guest(guest.name())
          .filter(other -> !settings(guest).equals(settings(other)))
          .ifPresent(
              other -> all.add(new PlanDifference.Said("the settings of guest " + guest.name())));
    }
  }

  private static Guest settings(Guest guest) {
    return guest.withDevices(List.of());
  }

  private static void addWhereOther(
      String what,
      AssignmentPlan first,
      AssignmentPlan second,
      Function<AssignmentPlan, Object> part,
      List<PlanDifference> all) {
    if (!Objects.equals(part.apply(first), part.apply(second))) {
      all.add(new PlanDifference.Said(what));
    }
  }
}
