package org.iommuscope.model.planning;

import java.util.Optional;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;

/** Whether the host itself works with a device. */
record DriverUse(HostTopology host, AssignmentPlan plan) {

  /** Whether a host driver serves it, and the plan leaves it so. */
  boolean isServed(DeviceRef device) {
    return isServedBeforePlan(device) && !plan.bindings().containsKey(device) && !isGiven(device);
  }

  /** Whether a host driver serves it while no plan is carried out. */
  boolean isServedBeforePlan(DeviceRef device) {
    return capturedDriver(device).filter(driver -> !Drivers.managesNoDma(driver)).isPresent()
        && !isBridge(device);
  }

  /** Whether the capture does not tell what drives it, nor the plan. */
  boolean isOpen(DeviceRef device) {
    return !plan.bindings().containsKey(device)
        && !isGiven(device)
        && host.device(device).filter(found -> found.driver().isUnread()).isPresent();
  }

  Optional<String> capturedDriver(DeviceRef device) {
    return host.device(device).flatMap(found -> found.driver().known());
  }

  /** The driver before the plan's first step. */
  Optional<String> driver(DeviceRef device) {
    Optional<String> chosen = plan.bindings().get(device);
    return plan.bindings().containsKey(device) && chosen != null ? chosen : capturedDriver(device);
  }

  boolean isGiven(DeviceRef device) {
    return plan.guests().stream()
        .flatMap(guest -> guest.devices().stream())
        .anyMatch(given -> given.device().equals(device));
  }

  private boolean isBridge(DeviceRef device) {
    Optional<HostDevice> found = host.device(device);
    return found.isPresent() && found.get() instanceof PciFunction function && function.isBridge();
  }
}
