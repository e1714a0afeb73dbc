package org.iommuscope.app.ui.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/** The steps that can be added to a session's plan, and the ways to rearrange those it has. */
final class StepEdits {

  private StepEdits() {}

  /** Starts and stops of every guest, and what can be done with the device selected first. */
  static List<PlanStep> offered(Session session) {
    List<PlanStep> steps = new ArrayList<>();
    for (Guest guest : session.plan().guests()) {
      steps.add(new PlanStep.Start(guest.name()));
      steps.add(new PlanStep.Stop(guest.name()));
    }
    Optional<DeviceRef> device = session.selection().stream().findFirst();
    device.ifPresent(ref -> addOf(session, ref, steps));
    return steps;
  }

  private static void addOf(Session session, DeviceRef device, List<PlanStep> steps) {
    for (Guest guest : session.plan().guests()) {
      GuestName name = guest.name();
      steps.add(new PlanStep.Attach(name, device));
      steps.add(new PlanStep.Detach(name, device));
    }
    if (device instanceof PciAddress) {
      steps.add(new PlanStep.Bind(device, "vfio-pci"));
      session
          .host()
          .device(device)
          .flatMap(known -> known.driver().known())
          .filter(driver -> !driver.equals("vfio-pci"))
          .ifPresent(driver -> steps.add(new PlanStep.Bind(device, driver)));
      steps.add(new PlanStep.Unbind(device));
    }
  }

  static List<PlanStep> with(List<PlanStep> steps, int at, PlanStep added) {
    List<PlanStep> longer = new ArrayList<>(steps);
    longer.add(at, added);
    return longer;
  }

  static List<PlanStep> without(List<PlanStep> steps, int at) {
    List<PlanStep> shorter = new ArrayList<>(steps);
    shorter.remove(at);
    return shorter;
  }

  static List<PlanStep> swapped(List<PlanStep> steps, int one, int other) {
    List<PlanStep> swapped = new ArrayList<>(steps);
    Collections.swap(swapped, one, other);
    return swapped;
  }
}
