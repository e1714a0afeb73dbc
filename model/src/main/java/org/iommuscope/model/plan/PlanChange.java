package org.iommuscope.model.plan;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;

/** An edit of a plan, as a value: what a fix proposes and what an undo takes back. */
public sealed interface PlanChange {

  /** Give a device to a guest, the last of its devices, and take it from any other. */
  record Assign(GuestName guest, DeviceRef device) implements PlanChange {}

  /** Take a device from a guest. */
  record Withdraw(GuestName guest, DeviceRef device) implements PlanChange {}

  /** Have a driver on a device before the first step. */
  record Bind(DeviceRef device, String driver) implements PlanChange {}

  /** Have no driver on a device before the first step. */
  record Unbind(DeviceRef device) implements PlanChange {}

  record SetViommu(GuestName guest, Viommu viommu) implements PlanChange {}

  /** Put devices of a guest behind one guest bridge, so that they share an address space. */
  record PutBehind(GuestName guest, List<DeviceRef> devices, GuestBus bus) implements PlanChange {}

  /** Stop one guest before another starts. */
  record StopFirst(GuestName running, GuestName waiting) implements PlanChange {}

  /** A module parameter, {@code vfio_iommu_type1.allow_unsafe_interrupts}. */
  record SetParameter(String name, String value) implements PlanChange {}

  /** Several changes at once, for none of them helps alone. */
  record Together(List<PlanChange> changes) implements PlanChange {
    public Together {
      changes = List.copyOf(changes);
    }
  }

  /** The plan with this change made. */
  default AssignmentPlan applyTo(AssignmentPlan plan) {
    return switch (this) {
      case Assign(GuestName guest, DeviceRef device) -> PlanEdits.assign(plan, guest, device);
      case Withdraw(GuestName guest, DeviceRef device) -> PlanEdits.withdraw(plan, guest, device);
      case Bind(DeviceRef device, String driver) -> plan.withBinding(device, Optional.of(driver));
      case Unbind(DeviceRef device) -> plan.withBinding(device, Optional.empty());
      case SetViommu(GuestName guest, Viommu viommu) ->
          plan.withGuest(guest, known -> known.withViommu(viommu));
      case PutBehind behind -> PlanEdits.putBehind(plan, behind);
      case StopFirst(GuestName running, GuestName waiting) ->
          PlanEdits.stopFirst(plan, running, waiting);
      case SetParameter(String name, String value) -> PlanEdits.setParameter(plan, name, value);
      case Together(List<PlanChange> changes) -> {
        AssignmentPlan changed = plan;
        for (PlanChange change : changes) {
          changed = change.applyTo(changed);
        }
        yield changed;
      }
    };
  }
}
