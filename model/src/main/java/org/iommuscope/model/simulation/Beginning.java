package org.iommuscope.model.simulation;

import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.GroupNode;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.ProcessFacts;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.rules.Rules;
import org.iommuscope.model.rules.Situation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Finding;

/** The state before a plan's first step: the capture under the plan's bindings and annotations. */
final class Beginning {

  private Beginning() {}

  static AttachState of(HostTopology host, AssignmentPlan plan, Kernel kernel) {
    AttachState state = kernel.initial(host);
    for (var binding : plan.bindings().entrySet()) {
      state = bound(state, kernel, binding.getKey(), binding.getValue());
    }
    for (PlannedMdev mdev : plan.mdevs()) {
      state = withMdev(state, mdev);
    }
    state = kernel.inherited(state);
    for (Guest guest : plan.guests()) {
      state = state.withProcess(guest.name(), facts(plan, guest, kernel.circumstances()));
    }
    for (var annotation : plan.annotations().entrySet()) {
      state = held(state, annotation.getKey(), annotation.getValue());
    }
    return state;
  }

  /**
   * The captured driver goes first, and takes along what leaves with it: igb its VFs, a parent its
   * mdevs. Where vfio would not take the device, the plan's binding leaves it without driver.
   */
  private static AttachState bound(
      AttachState captured, Kernel kernel, DeviceRef device, Optional<String> driver) {
    AttachState state =
        hasOther(captured, device, driver)
            ? captured.after(new AttachStep.Unbind(device))
            : captured;
    return state.withBinding(device, driver.filter(name -> isTaken(state, kernel, device, name)));
  }

  private static boolean hasOther(AttachState state, DeviceRef device, Optional<String> driver) {
    Optional<String> present = state.device(device).flatMap(found -> found.driver().known());
    return present.isPresent() && !present.equals(driver);
  }

  private static boolean isTaken(
      AttachState state, Kernel kernel, DeviceRef device, String driver) {
    Situation probe =
        new Situation(
            state, new AttachStep.Bind(device, driver), kernel.circumstances(), Optional.empty());
    return Stream.of(Rules.VFIO_BINDS_ENDPOINTS, Rules.VFIO_DEVICE_HAS_GROUP)
        .map(rule -> rule.examine(probe))
        .allMatch(Finding.ALLOWED::equals);
  }

  private static AttachState withMdev(AttachState state, PlannedMdev mdev) {
    return state.device(mdev.uuid()).isPresent()
        ? state
        : state.after(new AttachStep.CreateMdev(mdev));
  }

  /** A management layer that runs QEMU as a user gives it the nodes and the memory it needs. */
  private static ProcessFacts facts(AssignmentPlan plan, Guest guest, Circumstances circumstances) {
    boolean needy = guest.uid() != 0 || guest.memlock().isPresent();
    boolean cared = needy && circumstances.startsByLibvirt();
    boolean rawio = guest.uid() == 0 || plan.environment().rawio().orElse(false);
    return cared
        ? new ProcessFacts(0, java.util.OptionalLong.empty(), guest.kvm(), rawio)
        : new ProcessFacts(guest.uid(), guest.memlock(), guest.kvm(), rawio);
  }

  /** Somebody outside the plan has the group of the device open. */
  private static AttachState held(AttachState state, DeviceRef device, Annotation annotation) {
    Optional<GroupId> group = state.groupOf(device);
    if (annotation.heldBy().isEmpty()
        || group.isEmpty()
        || state.vfioGroup(group.get()).isPresent()) {
      return state;
    }
    Handle file = new Handle(new GuestName(annotation.heldBy().get()), "held " + group.get());
    return state.after(new AttachStep.OpenGroup(file, GroupNode.of(group.get())));
  }
}
