package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.Holder;
import org.iommuscope.model.verdict.Statement;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * The changes that may answer a step which does not attach; none of them drops a wish.
 *
 * @param betweenGuests whether the device of a step may go to any other guest, which makes many
 *     plans to try
 */
record Moves(HostTopology host, Alike alike, boolean betweenGuests) {

  private static final String VFIO_PCI = "vfio-pci";
  private static final int FEW_GUESTS = 8;

  List<PricedChange> against(StepVerdict step, AssignmentPlan plan) {
    Tariff tariff = new Tariff(new DriverUse(host, plan));
    Stream<PlanChange> inPlace =
        Stream.of(fixes(step), companions(step), drivers(step), moved(step, plan))
            .flatMap(moves -> moves)
            .distinct();
    List<PricedChange> moves = new ArrayList<>(inPlace.map(tariff::price).toList());
    swaps(step, plan).forEach(moves::add);
    return moves;
  }

  private static Stream<PlanChange> fixes(StepVerdict step) {
    return step.fixes().stream().map(Fix::change).filter(change -> !drops(change));
  }

  private static boolean drops(PlanChange change) {
    return switch (change) {
      case PlanChange.Withdraw withdraw -> true;
      case PlanChange.Together(List<PlanChange> changes) -> changes.stream().anyMatch(Moves::drops);
      default -> false;
    };
  }

  /** Each device in the way may go to the guest instead, or lose its driver, alone. */
  private Stream<PlanChange> companions(StepVerdict step) {
    return step.guest().stream()
        .flatMap(guest ->
            step.culprits().stream()
                .filter(this::isEndpoint)
                .flatMap(culprit ->
                    Stream.<PlanChange>of(
                        new PlanChange.Assign(guest, culprit), new PlanChange.Unbind(culprit))));
  }

  /** The device of the step for another guest, which may be made or placed otherwise. */
  private Stream<PlanChange> moved(StepVerdict step, AssignmentPlan plan) {
    if (step.guest().isEmpty() || step.device().isEmpty()) {
      return Stream.empty();
    }
    Wish wish = new Wish(step.guest().get(), step.device().get());
    return betweenGuests && Wish.of(plan).contains(wish)
        ? takers(wish, plan).map(guest -> new PlanChange.Assign(guest, wish.device()))
        : Stream.empty();
  }

  /** Where there are many guests, one of each kind. */
  private static Stream<GuestName> takers(Wish wish, AssignmentPlan plan) {
    Set<Guest> kinds = new HashSet<>();
    boolean isEach = plan.guests().size() <= FEW_GUESTS;
    return plan.guests().stream()
        .filter(guest -> !guest.name().equals(wish.guest()))
        .filter(guest -> isEach || kinds.add(PlanParts.kind(guest)))
        .map(Guest::name);
  }

  /** A driver for each device whose driver is missing or was not captured. */
  private Stream<PlanChange> drivers(StepVerdict step) {
    return step.because().stream().flatMap(Moves::statements).flatMap(this::driver).distinct();
  }

  private static Stream<Statement> statements(Cause cause) {
    return Stream.concat(
        Stream.of(cause.statement()), cause.because().stream().flatMap(Moves::statements));
  }

  private Stream<PlanChange> driver(Statement statement) {
    return switch (statement) {
      case Statement.DriverUnknown(PciAddress device) ->
          Stream.of(new PlanChange.Bind(device, VFIO_PCI), new PlanChange.Unbind(device));
      case Statement.DriverUnknown(MdevUuid device) -> Stream.of(ofMdev(device));
      case Statement.Driverless(MdevUuid device) -> Stream.of(ofMdev(device));
      case Statement.BoundTo(MdevUuid device, var driver) -> Stream.of(ofMdev(device));
      default -> Stream.empty();
    };
  }

  private static PlanChange ofMdev(DeviceRef device) {
    return new PlanChange.Bind(device, "vfio_mdev");
  }

  private boolean isEndpoint(DeviceRef device) {
    return host.device(device)
        .filter(found -> found instanceof PciFunction function && !function.isBridge())
        .isPresent();
  }

  /** The device of the step, or that of the guest in its way, for another of its kind. */
  private List<PricedChange> swaps(StepVerdict step, AssignmentPlan plan) {
    Set<Wish> movable = new LinkedHashSet<>();
    step.guest()
        .ifPresent(
            guest -> step.device().ifPresent(device -> movable.add(new Wish(guest, device))));
    step.heldBy().map(Moves::wish).ifPresent(movable::add);
    Set<Wish> wished = Set.copyOf(Wish.of(plan));
    return movable.stream()
        .filter(wished::contains)
        .flatMap(wish -> alike.to(wish.device()).stream().map(other -> swap(wish, other, plan)))
        .toList();
  }

  private static Wish wish(Holder holder) {
    return new Wish(holder.guest(), holder.device());
  }

  private PricedChange swap(Wish wish, DeviceRef other, AssignmentPlan plan) {
    DriverUse use = new DriverUse(host, plan);
    GuestName guest = wish.guest();
    List<PlanChange> changes = new ArrayList<>();
    changes.add(new PlanChange.Withdraw(guest, wish.device()));
    givenBack(wish.device(), use).ifPresent(changes::add);
    if (other instanceof PciAddress && use.driver(other).filter(VFIO_PCI::equals).isEmpty()) {
      changes.add(new PlanChange.Bind(other, VFIO_PCI));
    }
    changes.add(new PlanChange.Assign(guest, other));
    List<Price> prices = new ArrayList<>(List.of(Price.DEVICE_SWAPPED));
    if (use.isServed(other) && !use.isServedBeforePlan(wish.device())) {
      prices.add(Price.HOST_LOSES_DEVICE);
    }
    return new PricedChange(new PlanChange.Together(changes), prices);
  }

  /** The captured driver for a device that the plan had taken from it. */
  private static Optional<PlanChange> givenBack(DeviceRef device, DriverUse use) {
    return use.plan().bindings().containsKey(device)
        ? use.capturedDriver(device).map(driver -> new PlanChange.Bind(device, driver))
        : Optional.empty();
  }
}
