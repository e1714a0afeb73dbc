package org.iommuscope.app.definitions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.KernelFacts;

/** The machine that a guest sees: KVM runs guests of the host's own architecture. */
enum GuestMachine {
  X86("x86_64", "x86_64", "q35"),
  ARM("aarch64", "aarch64", "virt"),
  POWER("ppc64le", "ppc64", "pseries"),
  S390("s390x", "s390x", "s390-ccw-virtio");

  private final String architecture;
  private final String emulator;
  private final String type;

  GuestMachine(String architecture, String emulator, String type) {
    this.architecture = architecture;
    this.emulator = emulator;
    this.type = type;
  }

  /** As libvirt calls it. */
  String architecture() {
    return architecture;
  }

  /** The program of QEMU. */
  String program() {
    return "qemu-system-" + emulator;
  }

  /** As QEMU, libvirt and KubeVirt call it. */
  String type() {
    return type;
  }

  /** The machine of a guest; only an SMMUv3 in it says more than its host. */
  static GuestMachine of(PlannedHost facts, Guest guest) {
    boolean hasSmmu =
        guest.viommu() instanceof Viommu.Present(Viommu.Model model, boolean caching)
            && model == Viommu.Model.SMMUV3;
    return hasSmmu ? ARM : of(facts.host().kernel());
  }

  /** Distributions end the release with the architecture; else the IOMMU tells it. */
  static GuestMachine of(KernelFacts kernel) {
    String release = kernel.release().known().orElse("");
    if (release.matches(".*(arm64|aarch64).*")) {
      return ARM;
    }
    if (release.matches(".*(powerpc64|ppc64).*")) {
      return POWER;
    }
    if (release.contains("s390x")) {
      return S390;
    }
    return switch (kernel.iommu().known().orElse(IommuKind.OTHER)) {
      case SMMUV3 -> ARM;
      case SPAPR -> POWER;
      case INTEL, AMD, VIRTIO, OTHER -> X86;
    };
  }

  private boolean hasPcie() {
    return this == X86 || this == ARM;
  }

  private boolean has(Viommu.Model model) {
    return switch (model) {
      case INTEL, AMD -> this == X86;
      case SMMUV3 -> this == ARM;
      case VIRTIO -> hasPcie();
    };
  }

  /** The guest without what this machine cannot have, which is said. */
  Guest fit(Guest guest, Unsaid unsaid) {
    Guest fitting = guest;
    if (guest.viommu() instanceof Viommu.Present(Viommu.Model model, boolean caching)
        && !has(model)) {
      String word = model.name().toLowerCase(Locale.ROOT);
      unsaid.add(
          guest.name(), "its vIOMMU " + word + ", which the machine " + type + " does not have");
      fitting = fitting.withViommu(new Viommu.None());
    }
    if (!guest.buses().isEmpty() && !hasPcie()) {
      unsaid.add(guest.name(), "its buses, which need PCIe; the machine " + type + " has none");
      fitting =
          fitting
              .withBuses(List.of())
              .withDevices(guest.devices().stream().map(GuestMachine::onRoot).toList());
    }
    return fitting;
  }

  private static GuestDevice onRoot(GuestDevice device) {
    return new GuestDevice(
        device.device(),
        device.path(),
        device.slot(),
        Optional.empty(),
        device.vfToken(),
        device.iommufd(),
        device.later());
  }
}
