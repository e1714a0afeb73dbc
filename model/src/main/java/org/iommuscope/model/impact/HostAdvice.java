package org.iommuscope.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** What is worth knowing of a host before anything is planned on it. */
public final class HostAdvice {

  private static final Pattern OVERRIDE = Pattern.compile("pcie_acs_override=\\S*");
  private static final Pattern OFF = Pattern.compile("(?:(?:intel|amd)_iommu|iommu)=\\S*off\\S*");

  private final HostTopology host;
  private final List<Advice> all = new ArrayList<>();

  private HostAdvice(HostTopology host) {
    this.host = host;
  }

  public static List<Advice> of(HostTopology host) {
    HostAdvice advice = new HostAdvice(host);
    advice.addGroups();
    advice.override().ifPresent(advice.all::add);
    advice.addInterrupts();
    advice.all.addAll(VgpuFrameworks.of(host));
    advice.addModules();
    return List.copyOf(advice.all);
  }

  /** Says that groups follow from an ACS override and not from the hardware, where they do. */
  static Optional<Advice> overrideOf(HostTopology host) {
    return new HostAdvice(host).override();
  }

  private void addGroups() {
    if (!host.groups().isEmpty()) {
      all.add(
          Advice.ofHost(
              Advice.Topic.GROUP_NUMBERS,
              "group numbers hold for this boot only: a plan names devices by their addresses"));
      addWithout();
    } else if (host.devices().values().stream().anyMatch(HostAdvice::hasNoGroup)) {
      String why =
          commandLine(OFF)
              .map(" the kernel was started with "::concat)
              .orElse(
                  " switch VT-d or AMD-Vi on in the firmware, and the IOMMU on the kernel's command line");
      all.add(Advice.ofHost(Advice.Topic.NO_GROUPS, "the host has no IOMMU group at all:" + why));
    }
  }

  private void addWithout() {
    List<DeviceRef> without =
        host.devices().values().stream()
            .filter(HostAdvice::hasNoGroup)
            .map(HostDevice::ref)
            .toList();
    if (!without.isEmpty()) {
      all.add(
          new Advice(
              Advice.Topic.NO_GROUPS,
              without,
              "the host has IOMMU groups, and these are in none, so that no guest can have them: "
                  + words(without)));
    }
  }

  private static boolean hasNoGroup(HostDevice device) {
    return device instanceof PciFunction && device.group() instanceof Reading.Absent;
  }

  private Optional<Advice> override() {
    return commandLine(OVERRIDE)
        .map(parameter ->
            Advice.ofHost(
                Advice.Topic.ACS_OVERRIDE,
                "unsafe: the kernel was started with "
                    + parameter
                    + ", which makes groups smaller than the hardware isolates; what a guest has may"
                    + " reach its neighbours"));
  }

  private Optional<String> commandLine(Pattern parameter) {
    return host.kernel()
        .commandLine()
        .known()
        .map(parameter::matcher)
        .filter(Matcher::find)
        .map(Matcher::group);
  }

  private void addInterrupts() {
    if (!host.groups().isEmpty()
        && host.kernel().interruptRemapping() instanceof Reading.Present<Boolean>(Boolean on)
        && !on) {
      all.add(
          Advice.ofHost(
              Advice.Topic.INTERRUPTS,
              "interrupts are not remapped: no group can be given to a guest unless"
                  + " allow_unsafe_interrupts of vfio_iommu_type1 is on, and then a guest can"
                  + " disturb the host"));
    }
  }

  /** A module that is built in shows by its parameters. */
  private void addModules() {
    boolean isKnown = host.kernel().modules().known().isPresent();
    boolean wantsMdevs =
        host.devices().values().stream().anyMatch(MediatedDevice.class::isInstance)
            || !host.mdevParents().isEmpty();
    boolean isOld = host.kernel().isAtLeast(5, 16).filter(later -> !later).isPresent();
    if (isKnown && wantsMdevs && isOld && !isLoaded("vfio_mdev")) {
      all.add(
          Advice.ofHost(
              Advice.Topic.MODULES,
              "the module vfio_mdev is not loaded: mdevs get no driver and no group without it"));
    }
    String backend = backendModule();
    if (isKnown && !host.groups().isEmpty() && !isLoaded(backend)) {
      all.add(
          Advice.ofHost(
              Advice.Topic.MODULES,
              "the module "
                  + backend
                  + " is not loaded: a guest with devices loads it, if the host allows"));
    }
  }

  /** POWER has a module of its own for containers ({@code drivers/vfio/Kconfig}, Linux 6.12). */
  private String backendModule() {
    boolean isPower = host.kernel().iommu().known().filter(IommuKind.SPAPR::equals).isPresent();
    return isPower ? "vfio_iommu_spapr_tce" : "vfio_iommu_type1";
  }

  private boolean isLoaded(String module) {
    return host.kernel().modules().known().orElseThrow().contains(module)
        || host.kernel().parameters().keySet().stream()
            .anyMatch(key -> key.startsWith(module + "."));
  }

  static String words(List<? extends DeviceRef> devices) {
    int most = 8;
    String named =
        devices.stream().limit(most).map(DeviceRef::text).collect(Collectors.joining(", "));
    return devices.size() > most ? named + " and " + (devices.size() - most) + " more" : named;
  }
}
