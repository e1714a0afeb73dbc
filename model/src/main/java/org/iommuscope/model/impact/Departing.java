package org.iommuscope.model.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** The devices that a plan takes from the host, each with the first reason met. */
final class Departing {

  private final HostTopology host;
  private final AssignmentPlan plan;
  private final SequencedMap<DeviceRef, String> reasons = new LinkedHashMap<>();

  private Departing(HostTopology host, AssignmentPlan plan) {
    this.host = host;
    this.plan = plan;
  }

  static SequencedMap<DeviceRef, String> of(HostTopology host, AssignmentPlan plan) {
    Departing departing = new Departing(host, plan);
    departing.addAssigned();
    departing.addBound();
    departing.addGroupMates();
    departing.addVirtualFunctions();
    return departing.reasons;
  }

  private void addAssigned() {
    for (Guest guest : plan.guests()) {
      for (GuestDevice given : guest.devices()) {
        if (isPhysical(given.device())) {
          reasons.putIfAbsent(given.device(), "guest " + guest.name() + " gets it");
        }
      }
    }
    plan.steps().forEach(this::addAssigned);
  }

  private void addAssigned(PlanStep step) {
    if (step.plain() instanceof PlanStep.Attach(var guest, var device) && isPhysical(device)) {
      reasons.putIfAbsent(device, "guest " + guest + " gets it");
    }
  }

  /** An mdev is made for guests; the host does nothing with it. */
  private boolean isPhysical(DeviceRef device) {
    return host.device(device).filter(found -> !(found instanceof MediatedDevice)).isPresent();
  }

  private void addBound() {
    plan.bindings()
        .forEach((device, driver) ->
            driver.ifPresentOrElse(name -> bound(device, name), () -> unbound(device)));
    for (PlanStep step : plan.steps()) {
      switch (step.plain()) {
        case PlanStep.Bind(var device, var driver) -> bound(device, driver);
        case PlanStep.Unbind(var device) -> unbound(device);
        case PlanStep.SetVfs(var pf, var count) -> vfsRemade(pf, count);
        case PlanStep.Start start -> {}
        case PlanStep.Attach attach -> {}
        case PlanStep.Detach detach -> {}
        case PlanStep.Stop stop -> {}
        case PlanStep.CreateMdev create -> {}
        case PlanStep.RemoveMdev remove -> {}
        case PlanStep.SetParameter parameter -> {}
        case PlanStep.HotAdd add -> {}
        case PlanStep.MoveCard move -> {}
        case PlanStep.Hypothetical imagined -> {}
      }
    }
  }

  private void bound(DeviceRef device, String driver) {
    if (Drivers.isVfio(driver) || driver.equals("pci-stub") || driver.equals(Drivers.WRAPPER)) {
      reasons.putIfAbsent(device, "the plan binds it to " + driver);
    }
  }

  private void unbound(DeviceRef device) {
    reasons.putIfAbsent(device, "the plan unbinds it");
  }

  private void vfsRemade(PciAddress pf, int count) {
    vfsOf(pf)
        .forEach(
            vf -> reasons.putIfAbsent(vf, "the plan makes " + count + " VFs of " + pf + " anew"));
  }

  /** A group has one owner: who gets a member takes all that are no bridges off the host. */
  private void addGroupMates() {
    for (Map.Entry<DeviceRef, String> leaving : new LinkedHashMap<>(reasons).entrySet()) {
      if (leaving.getValue().startsWith("guest ")) {
        host.groupOf(leaving.getKey()).ifPresent(group -> addMates(group, leaving));
      }
    }
  }

  private void addMates(IommuGroup group, Map.Entry<DeviceRef, String> assigned) {
    for (DeviceRef mate : group.members()) {
      if (host.device(mate).filter(found -> !isBridge(found)).isPresent()) {
        reasons.putIfAbsent(
            mate,
            "it shares group "
                + group.id()
                + " with "
                + assigned.getKey()
                + ", and "
                + assigned.getValue().replaceFirst(" it$", " that"));
      }
    }
  }

  private static boolean isBridge(HostDevice device) {
    return device instanceof PciFunction function && function.isBridge();
  }

  /** VFs go when their PF leaves its driver. */
  private void addVirtualFunctions() {
    for (DeviceRef leaving : new LinkedHashMap<>(reasons).sequencedKeySet()) {
      vfsOf(leaving).forEach(vf -> reasons.putIfAbsent(vf, "it is a VF of " + leaving));
    }
  }

  private Iterable<PciAddress> vfsOf(DeviceRef pf) {
    return host.device(pf)
        .filter(PciFunction.class::isInstance)
        .flatMap(function -> ((PciFunction) function).sriov().virtfns().known())
        .orElse(List.of());
  }
}
