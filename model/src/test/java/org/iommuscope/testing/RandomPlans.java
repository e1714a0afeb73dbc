package org.iommuscope.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/**
 * A random plan for some devices: guests, steps, annotations and what the plan says of the host.
 */
final class RandomPlans {

  private static final String NEW_MDEV = "00000000-0000-4000-8000-0000000000ff";

  private final Random random;
  private final List<DeviceRef> devices;
  private final boolean rich;

  RandomPlans(Random random, List<DeviceRef> devices, boolean rich) {
    this.random = random;
    this.devices = List.copyOf(devices);
    this.rich = rich;
  }

  AssignmentPlan plan() {
    List<Guest> guests = new ArrayList<>();
    List<PlanStep> steps = new ArrayList<>();
    for (String name : List.of("A", "B", "C")) {
      Guest guest = guest(new GuestName(name));
      guests.add(guest);
      steps.add(new PlanStep.Start(guest.name()));
      if (random.nextInt(2) == 0) {
        steps.add(later(guest.name()));
      }
    }
    AssignmentPlan made =
        AssignmentPlan.EMPTY
            .withGuests(guests)
            .withAnnotations(rich ? annotations() : Map.of())
            .withEnvironment(rich ? environment() : Environment.DEFAULTS);
    if (random.nextInt(4) == 0) {
      DeviceRef device = one(devices);
      made = made.withBinding(device, Optional.of("vfio-pci").filter(name -> random.nextBoolean()));
    }
    return random.nextBoolean() ? made.withSequence(Optional.of(steps)) : made;
  }

  private Guest guest(GuestName name) {
    List<GuestDevice> given = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      given.add(given(one(devices)));
    }
    Viommu viommu = random.nextInt(4) == 0 ? Viommu.standard() : new Viommu.None();
    if (!rich) {
      return Guest.named(name).withViommu(viommu).withDevices(given);
    }
    Backend backend = random.nextInt(5) == 0 ? Backend.IOMMUFD : Backend.LEGACY;
    Guest plain = Guest.named(name);
    return new Guest(
        name,
        viommu,
        backend,
        random.nextInt(8) != 0,
        plain.uid(),
        plain.memlock(),
        List.of(new GuestBus("b0", GuestBus.Kind.PCIE_PCI_BRIDGE)),
        given);
  }

  private GuestDevice given(DeviceRef device) {
    GuestDevice plain = GuestDevice.of(device);
    if (!rich) {
      return plain;
    }
    GuestDevice placed = random.nextInt(4) == 0 ? plain.onBus("b0") : plain;
    return random.nextInt(8) == 0
        ? new GuestDevice(
            device,
            placed.path(),
            placed.slot(),
            placed.bus(),
            placed.vfToken(),
            Optional.of("i0"),
            false)
        : placed;
  }

  private PlanStep later(GuestName guest) {
    DeviceRef device = one(devices);
    return switch (random.nextInt(9)) {
      case 0, 1 -> new PlanStep.Attach(guest, device);
      case 2 -> new PlanStep.Detach(guest, device);
      case 3 -> new PlanStep.Bind(device, one(List.of("vfio-pci", "nvme", "pci-stub")));
      case 4 -> new PlanStep.Unbind(device);
      case 5 -> new PlanStep.Stop(guest);
      case 6 ->
          device instanceof MdevUuid mdev
              ? new PlanStep.RemoveMdev(mdev)
              : new PlanStep.CreateMdev(
                  new PlannedMdev(new MdevUuid(NEW_MDEV), device, "vfio-mdev-pci-type1"));
      case 7 ->
          device instanceof PciAddress pf
              ? new PlanStep.SetVfs(pf, random.nextInt(3))
              : new PlanStep.Attach(guest, device);
      default -> new PlanStep.Attach(guest, device);
    };
  }

  private Map<DeviceRef, Annotation> annotations() {
    Map<DeviceRef, Annotation> annotations = new TreeMap<>();
    for (DeviceRef device : devices) {
      if (random.nextInt(10) == 0) {
        annotations.put(
            device,
            new Annotation(
                Annotation.NONE.iommuDevice(),
                sometimes(4, random.nextBoolean()),
                sometimes(4, random.nextBoolean()),
                sometimes(4, "somebody"),
                Optional.empty()));
      }
    }
    return annotations;
  }

  private Environment environment() {
    return new Environment(
        Optional.empty(),
        sometimes(6, "7.2"),
        sometimes(12, Environment.ManagementLayer.LIBVIRT),
        Optional.empty(),
        sometimes(12, random.nextBoolean()),
        sometimes(12, random.nextBoolean()),
        Optional.empty(),
        sometimes(12, random.nextBoolean()),
        sometimes(12, random.nextBoolean()),
        sometimes(8, one(List.of(Environment.MdevBacking.values()))),
        sometimes(8, one(List.of(Environment.BackingViability.values()))),
        sometimes(8, random.nextBoolean()),
        sometimes(8, random.nextBoolean()),
        Optional.empty());
  }

  private <T> Optional<T> sometimes(int outOf, T value) {
    return random.nextInt(outOf) == 0 ? Optional.of(value) : Optional.empty();
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
