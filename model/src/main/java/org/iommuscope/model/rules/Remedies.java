package org.iommuscope.model.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.Objection;

/** The plan changes that rules propose; without a plan there is nothing to change. */
final class Remedies {

  private Remedies() {}

  /** Not to give the device at all always helps, and is always the last resort. */
  static Objection withdraw(Objection objection, Situation situation) {
    return situation
        .wanted()
        .map(wanted ->
            objection.fixedBy(
                new PlanChange.Withdraw(wanted.guest().name(), wanted.given().device())))
        .orElse(objection);
  }

  /** To bind the wanted device to vfio-pci. */
  static Objection bindToVfio(Objection objection, Situation situation) {
    return situation
        .wanted()
        .flatMap(wanted -> situation.device(wanted.given().device()))
        .filter(device -> device.isPci() && !device.isBridge())
        .map(device -> objection.fixedBy(new PlanChange.Bind(device.ref(), "vfio-pci")))
        .orElse(objection);
  }

  /**
   * To take host drivers off devices, or to give those that can be given to vfio-pci. A PF whose VF
   * is wanted must stay: its VFs go with its driver, and vfio-pci takes no PF that has some.
   */
  static List<PlanChange> clear(Situation situation, List<LiveDevice> culprits) {
    List<DeviceRef> lost =
        culprits.stream().flatMap(held -> vfsOf(situation, held).stream()).toList();
    if (lost.stream().anyMatch(situation.wantedDevice()::contains)) {
      return List.of();
    }
    List<PlanChange> changes = new ArrayList<>();
    changes.add(
        together(
            culprits.stream().<PlanChange>map(held -> new PlanChange.Unbind(held.ref())).toList()));
    if (lost.isEmpty() && culprits.stream().allMatch(held -> held.isPci() && !held.isBridge())) {
      changes.add(
          together(
              culprits.stream()
                  .<PlanChange>map(held -> new PlanChange.Bind(held.ref(), "vfio-pci"))
                  .toList()));
    }
    return changes;
  }

  private static List<DeviceRef> vfsOf(Situation situation, LiveDevice device) {
    return device.ref() instanceof PciAddress pf ? situation.state().vfsOf(pf) : List.of();
  }

  /** To leave the device to the guest that holds its group, or to let that guest stop first. */
  static List<PlanChange> share(Wanted wanted, GuestName holder, List<DeviceRef> held) {
    DeviceRef device = wanted.given().device();
    PlanChange stop = new PlanChange.StopFirst(holder, wanted.guest().name());
    PlanChange assign = new PlanChange.Assign(holder, device);
    if (holder.equals(wanted.guest().name())) {
      return List.of();
    }
    return held.contains(device) ? List.of(stop, assign) : List.of(assign, stop);
  }

  /** To put two devices of one group into one address space. */
  static List<PlanChange> oneSpace(GuestName guest, DeviceRef one, DeviceRef two) {
    return List.of(
        new PlanChange.PutBehind(
            guest,
            one.equals(two) ? List.of(one) : List.of(one, two),
            new GuestBus("shared", GuestBus.Kind.PCIE_PCI_BRIDGE)),
        new PlanChange.SetViommu(guest, new Viommu.None()));
  }

  /** To take the devices of a guest away from it. */
  static Optional<PlanChange> release(Optional<GuestName> guest, List<DeviceRef> devices) {
    return release(
        guest.stream()
            .flatMap(
                holder -> devices.stream().map(device -> new Objection.Holding(holder, device)))
            .toList());
  }

  /** To take each device away from the guest that holds it. */
  static Optional<PlanChange> release(List<Objection.Holding> held) {
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            together(
                held.stream()
                    .<PlanChange>map(by -> new PlanChange.Withdraw(by.guest(), by.device()))
                    .toList()));
  }

  private static PlanChange together(List<PlanChange> changes) {
    return changes.size() == 1 ? changes.getFirst() : new PlanChange.Together(changes);
  }
}
