package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/** Every set of up to so many changes of a small plan, and the price of the cheapest that works. */
record BruteForce(HostTopology host, Judge judge) {

  /** The cheapest repair, or none. */
  Optional<Repair> best(AssignmentPlan plan, int most) {
    return best(
        new Repair(List.of(), plan), List.copyOf(universe(plan)), 0, most, Optional.empty());
  }

  private Optional<Repair> best(
      Repair tried, List<PlanChange> moves, int from, int most, Optional<Repair> known) {
    if (known.filter(best -> best.points() <= tried.points()).isPresent()) {
      return known;
    }
    if (judge.firstTrouble(tried.plan()).isEmpty()) {
      return Optional.of(tried);
    }
    Optional<Repair> best = known;
    for (int at = from; most > 0 && at < moves.size(); at++) {
      Repair more = with(tried, moves.get(at));
      if (!more.plan().equals(tried.plan())) {
        best = best(more, moves, at + 1, most - 1, best);
      }
    }
    return best;
  }

  private Repair with(Repair tried, PlanChange move) {
    List<PricedChange> changes = new ArrayList<>(tried.changes());
    changes.add(new Tariff(new DriverUse(host, tried.plan())).price(move));
    return new Repair(changes, move.applyTo(tried.plan()));
  }

  private SequencedSet<PlanChange> universe(AssignmentPlan plan) {
    SequencedSet<PlanChange> moves = new LinkedHashSet<>();
    for (DeviceRef device : host.devices().keySet()) {
      moves.add(new PlanChange.Unbind(device));
      moves.add(new PlanChange.Bind(device, "vfio-pci"));
      moves.add(new PlanChange.Bind(device, "vfio_mdev"));
    }
    for (Guest guest : plan.guests()) {
      moves.add(new PlanChange.SetViommu(guest.name(), new Viommu.None()));
      moves.add(new PlanChange.SetViommu(guest.name(), Viommu.standard()));
      host.devices().keySet().forEach(d -> moves.add(new PlanChange.Assign(guest.name(), d)));
      plan.guests().forEach(o -> moves.add(new PlanChange.StopFirst(o.name(), guest.name())));
      List<DeviceRef> all =
          new ArrayList<>(guest.devices().stream().map(GuestDevice::device).toList());
      moves.add(
          new PlanChange.PutBehind(
              guest.name(), all, new GuestBus("b0", GuestBus.Kind.PCIE_PCI_BRIDGE)));
    }
    return moves;
  }
}
