package org.iommuscope.model.rules;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.KernelVersion;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Environment.ManagementLayer;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.KernelFacts;

/**
 * The environment of one simulation with its defaults filled in; it notes every default that
 * somebody leaned on.
 */
public final class Circumstances {

  private static final String QEMU = "10.0";

  private final AssignmentPlan plan;
  private final KernelFacts facts;
  private final KernelVersion kernel;
  private final boolean modernQemu;
  private final Set<String> assumed = Collections.synchronizedSet(new TreeSet<>());

  public Circumstances(AssignmentPlan plan, KernelFacts facts, KernelVersion kernel) {
    this.plan = plan;
    this.facts = facts;
    this.kernel = kernel;
    this.modernQemu =
        KernelVersion.parse(plan.environment().qemu().orElse(QEMU))
            .filter(version -> version.isAtLeast(10, 0))
            .isPresent();
  }

  /** Notes that the default of an environment key was leaned on. */
  public void leanOn(String key) {
    assumed.add(key);
  }

  /** The environment keys whose defaults were asked for. */
  public Set<String> assumed() {
    synchronized (assumed) {
      return new TreeSet<>(assumed);
    }
  }

  public KernelVersion kernel() {
    return kernel;
  }

  public String qemu() {
    return orAssume("qemu", environment().qemu(), QEMU);
  }

  /** Whether the plan's QEMU is 10.0 or later, which is the only boundary among those read. */
  public boolean hasModernQemu() {
    qemu();
    return modernQemu;
  }

  /** Whether libvirt starts the guests; to be asked only where it would make a difference. */
  public boolean startsByLibvirt() {
    return orAssume("managementLayer", environment().managementLayer(), ManagementLayer.NONE)
        == ManagementLayer.LIBVIRT;
  }

  boolean interruptRemapping() {
    return orAssume(
        "interruptRemapping",
        environment().interruptRemapping().or(() -> facts.interruptRemapping().known()),
        true);
  }

  boolean allowsUnsafeInterrupts(AttachState state, String module) {
    return flag(
        "allowUnsafeInterrupts",
        environment().allowUnsafeInterrupts(),
        state,
        module + ".allow_unsafe_interrupts");
  }

  boolean enableSriov(AttachState state) {
    return flag("enableSriov", environment().enableSriov(), state, "vfio_pci.enable_sriov");
  }

  boolean noiommu(AttachState state) {
    return flag("noiommu", environment().noiommu(), state, "vfio.enable_unsafe_noiommu_mode");
  }

  /**
   * Whether a kernel that is new enough was built with iommufd and nodes of devices. A capture
   * shows it by the module's parameters; where it does not, the kernel is taken for one that was:
   * Debian's of 6.12 is not.
   */
  boolean isBuiltWithIommufd() {
    boolean shown =
        facts.parameters().keySet().stream().anyMatch(name -> name.startsWith("iommufd."));
    return shown || assume("iommufd", true);
  }

  boolean hasDefaultDomain() {
    return orAssume("hasDefaultDomain", environment().hasDefaultDomain(), true);
  }

  /** What type1 does with an mdev's iommu_device in kernels that know of one. */
  Environment.MdevBacking mdevBacking() {
    return orAssume(
        "mdevBacking", environment().mdevBacking(), Environment.MdevBacking.ATTACH_DEVICE);
  }

  Environment.BackingViability backingViability() {
    return orAssume(
        "backingViability",
        environment().backingViability(),
        Environment.BackingViability.AS_POSTED);
  }

  /** Whether the series is to detach as it was posted. */
  public boolean detachesAsPosted() {
    return orAssume("detachAsPosted", environment().detachAsPosted(), false);
  }

  boolean inheritStrict() {
    return orAssume("inheritStrict", environment().inheritStrict(), false);
  }

  boolean auxSupported() {
    return orAssume("auxSupported", environment().auxSupported(), true);
  }

  /** What the plan's author knows of a device. */
  public Annotation annotation(DeviceRef device) {
    Annotation known = plan.annotations().get(device);
    return known == null ? Annotation.NONE : known;
  }

  private Environment environment() {
    return plan.environment();
  }

  /** A step that wrote the parameter wins, then the plan's environment, then the capture. */
  private boolean flag(String key, Optional<Boolean> said, AttachState state, String parameter) {
    return state
        .written(parameter)
        .map(Circumstances::isYes)
        .or(() -> said)
        .or(() -> state.parameter(parameter).map(Circumstances::isYes))
        .orElseGet(() -> assume(key, false));
  }

  private static boolean isYes(String value) {
    return value.equalsIgnoreCase("y") || value.equals("1");
  }

  private <T> T orAssume(String key, Optional<T> known, T otherwise) {
    return known.orElseGet(() -> assume(key, otherwise));
  }

  private <T> T assume(String key, T value) {
    leanOn(key);
    return value;
  }
}
