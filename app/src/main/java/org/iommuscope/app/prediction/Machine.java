package org.iommuscope.app.prediction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.KernelVersion;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.Kernel;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** The machine of one scenario: its captured host under the kernel that ran. */
final class Machine {

  private final HostTopology host;
  private final Preconditions before;
  private final KernelVersion version;
  private final RuleProfile profile;

  Machine(HostTopology captured, Preconditions before, List<StepInputs> steps) {
    this.host = SoftwareParents.added(captured, before, steps);
    this.before = before;
    this.version =
        KernelVersion.parse(before.kernel())
            .or(() -> captured.kernel().release().known().flatMap(KernelVersion::parse))
            .orElse(new KernelVersion(6, 12));
    this.profile = RuleProfiles.of(version);
  }

  /** The kernel, beside a QEMU of some version. */
  Kernel kernel(Optional<String> qemu) {
    return new Kernel(profile, new Circumstances(plan(qemu), host.kernel(), version));
  }

  /** A guest as this machine's user runs it. */
  Guest run(Guest described) {
    return new Guest(
        described.name(),
        described.viommu(),
        described.backend(),
        described.kvm(),
        before.qemuUid().orElse(described.uid()),
        before.qemuMemlock().isPresent() ? before.qemuMemlock() : described.memlock(),
        described.buses(),
        described.devices());
  }

  /**
   * The state before the first step.
   *
   * @param steps a device that the first of them unbinds had the captured driver, whatever the
   *     preconditions say
   */
  AttachState start(List<StepInputs> steps) {
    Kernel kernel = kernel(Optional.empty());
    AttachState state = kernel.initial(host);
    if (before.nodeOwner().isPresent()) {
      state = state.withNodeOwner(before.nodeOwner().getAsInt());
    }
    for (Map.Entry<String, String> parameter : before.parameters().entrySet()) {
      state = withParameter(kernel, state, parameter.getKey(), parameter.getValue());
    }
    state = withoutOthersVfs(state, steps);
    Set<DeviceRef> captured = unboundFirst(steps);
    for (Map.Entry<DeviceRef, Optional<String>> binding : before.bindings().entrySet()) {
      if (!captured.contains(binding.getKey())) {
        state = bound(kernel, state, binding.getKey(), binding.getValue());
      }
    }
    for (Map.Entry<DeviceRef, GroupId> group : before.groups().entrySet()) {
      if (!state.groupOf(group.getKey()).equals(Optional.of(group.getValue()))) {
        state = state.withGroup(group.getKey(), group.getValue());
      }
    }
    return withMdevs(kernel, state, steps);
  }

  /**
   * VFs that the scenario never speaks of may have gone since the capture; it shows in the numbers
   * of the groups of new ones, for which the lowest free is taken.
   */
  private AttachState withoutOthersVfs(AttachState state, List<StepInputs> steps) {
    AttachState fewer = state;
    for (HostDevice device : host.devices().values()) {
      if (device instanceof PciFunction pf && !isSpokenOf(state, pf.address(), steps)) {
        fewer = fewer.after(new AttachStep.SetVfs(pf.address(), 0));
      }
    }
    return fewer;
  }

  private boolean isSpokenOf(AttachState state, PciAddress pf, List<StepInputs> steps) {
    List<DeviceRef> family = new ArrayList<>(state.vfsOf(pf));
    if (family.isEmpty()) {
      return true;
    }
    family.add(pf);
    return family.stream()
        .anyMatch(member ->
            before.bindings().containsKey(member)
                || steps.stream().anyMatch(step -> step.speaksOf(member.text())));
  }

  /** What leaves with the captured driver, such as igb's VFs, has left. */
  private static AttachState bound(
      Kernel kernel, AttachState state, DeviceRef device, Optional<String> driver) {
    Optional<String> present = state.device(device).flatMap(found -> found.driver().known());
    if (present.equals(driver)) {
      return state;
    }
    AttachState free =
        present.isPresent() ? kernel.take(state, new AttachStep.Unbind(device)).after() : state;
    return driver.isPresent() || state.device(device).isEmpty()
        ? free.withBinding(device, driver)
        : free;
  }

  private AttachState withMdevs(Kernel kernel, AttachState state, List<StepInputs> steps) {
    Set<String> made = new HashSet<>();
    steps.stream()
        .filter(step -> step.op().equals("mdev-create") || step.op().equals("create"))
        .forEach(step -> made.add(step.target().strip()));
    AttachState grown = state;
    for (Map.Entry<MdevUuid, Preconditions.Mdev> mdev : before.mdevs().entrySet()) {
      if (!made.contains(mdev.getKey().text())) {
        AttachStep create =
            new AttachStep.CreateMdev(mdev.getKey().text(), mdev.getValue().parent(), "");
        grown = grown.after(create);
      }
    }
    return grown;
  }

  /** The devices that the host lets go of before any guest has begun. */
  private static Set<DeviceRef> unboundFirst(List<StepInputs> steps) {
    Set<DeviceRef> unbound = new HashSet<>();
    for (StepInputs step : steps) {
      if (step.vm().isPresent()) {
        break;
      }
      if (RequestReader.read(step) instanceof Request.Call(AttachStep.Unbind(DeviceRef device))) {
        unbound.add(device);
      }
    }
    return unbound;
  }

  private static AttachState withParameter(
      Kernel kernel, AttachState state, String name, String value) {
    AttachState set = state;
    for (String module : modulesOf(name)) {
      set = set.after(new AttachStep.SetParameter(module + "." + name, value));
    }
    return set;
  }

  /** The modules that have a parameter of this name; Linux 6.12 has one of them twice. */
  private static List<String> modulesOf(String parameter) {
    return switch (parameter) {
      case "enable_sriov" -> List.of("vfio_pci");
      case "allow_unsafe_interrupts" -> List.of("vfio_iommu_type1", "iommufd");
      default -> List.of("vfio");
    };
  }

  private AssignmentPlan plan(Optional<String> qemu) {
    Environment none = Environment.DEFAULTS;
    Environment environment =
        new Environment(
            none.kernel(),
            qemu,
            none.managementLayer(),
            none.interruptRemapping(),
            none.allowUnsafeInterrupts(),
            none.enableSriov(),
            none.noiommu(),
            none.hasDefaultDomain(),
            none.auxSupported(),
            before.mdevBacking(),
            none.backingViability(),
            none.detachAsPosted(),
            none.inheritStrict(),
            none.rawio());
    return AssignmentPlan.EMPTY.withEnvironment(environment).withAnnotations(annotations());
  }

  private TreeMap<DeviceRef, Annotation> annotations() {
    TreeMap<DeviceRef, Annotation> annotations = new TreeMap<>();
    before
        .mdevs()
        .forEach((uuid, mdev) -> {
          if (mdev.iommuBacked()) {
            annotations.put(uuid, Annotation.backedBy(mdev.parent()));
          }
        });
    return annotations;
  }
}
