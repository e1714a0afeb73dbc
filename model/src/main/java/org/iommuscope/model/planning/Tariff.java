package org.iommuscope.model.planning;

import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;

/** What each change costs the host and the guests of a plan. */
record Tariff(DriverUse use) {

  private static final String UNSAFE_INTERRUPTS = "allow_unsafe_interrupts";

  PricedChange price(PlanChange change) {
    return new PricedChange(change, prices(change).toList());
  }

  private Stream<Price> prices(PlanChange change) {
    return switch (change) {
      case PlanChange.Assign(var guest, var device) -> Stream.of(given(device));
      case PlanChange.Withdraw withdraw -> Stream.of(Price.WISH_MOVED);
      case PlanChange.Bind(var device, var driver) -> Stream.of(rebound(device));
      case PlanChange.Unbind(var device) -> Stream.of(rebound(device));
      case PlanChange.SetViommu switched -> Stream.of(Price.VIOMMU_SWITCHED);
      case PlanChange.PutBehind moved -> Stream.of(Price.BRIDGE_ADDED);
      case PlanChange.StopFirst stopped -> Stream.of(Price.GUEST_STOPPED);
      case PlanChange.SetParameter(var name, var value) ->
          Stream.of(
              name.endsWith(UNSAFE_INTERRUPTS) ? Price.ISOLATION_WEAKENED : Price.PARAMETER_SET);
      case PlanChange.Together(List<PlanChange> changes) -> changes.stream().flatMap(this::prices);
    };
  }

  private Price given(DeviceRef device) {
    if (use.isGiven(device)) {
      return Price.WISH_MOVED;
    }
    return lost(device, Price.DEVICE_ADDED);
  }

  private Price rebound(DeviceRef device) {
    return lost(device, Price.REBOUND);
  }

  private Price lost(DeviceRef device, Price otherwise) {
    if (use.isServed(device)) {
      return Price.HOST_LOSES_DEVICE;
    }
    return use.isOpen(device) ? Price.HOST_MAY_LOSE_DEVICE : otherwise;
  }
}
