package org.iommuscope.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/** A random host with a random plan; the seed alone decides both. */
public final class RandomHosts {

  private static final List<String> DRIVERS =
      List.of("vfio-pci", "vfio-pci", "vfio-pci", "vfio-pci", "-", "pci-stub", "nvme", "?");

  private final Random random;
  private final List<DeviceRef> devices = new ArrayList<>();
  private final HostTopology host;
  private final AssignmentPlan plan;

  private RandomHosts(String seed) {
    this.random = new Random(seed.hashCode() * 31L + 7);
    this.host = randomHost();
    this.plan = randomPlan();
  }

  public static RandomHosts of(String seed) {
    return new RandomHosts(seed);
  }

  public HostTopology host() {
    return host;
  }

  public AssignmentPlan plan() {
    return plan;
  }

  private HostTopology randomHost() {
    TestHost made = new TestHost();
    int groups = 1 + random.nextInt(5);
    for (int group = 0; group < groups; group++) {
      int functions = 1 + random.nextInt(3);
      for (int function = 0; function < functions; function++) {
        made.endpoint(named("%02x:00.%d", group + 1, function), group, one(DRIVERS));
      }
      if (random.nextInt(4) == 0) {
        made.bridge(
            "00:%02x.0".formatted(group + 1), group, one(List.of("pcieport", "shpchp", "-")));
      }
      if (random.nextInt(8) == 0) {
        made.region(group, one(List.of("direct", "direct-relaxable", "msi")));
      }
    }
    if (random.nextInt(3) == 0) {
      addVfs(made);
    }
    if (random.nextInt(3) == 0) {
      addMdevs(made);
    }
    return random.nextInt(8) == 0 ? made.withoutInterruptRemapping().build() : made.build();
  }

  private void addVfs(TestHost made) {
    made.pf(
        named("20:00.%d", 0), 40, one(List.of("igb", "nvme", "vfio-pci")), 4, "20:10.0", "20:10.1");
    made.vf(named("20:10.%d", 0), 41, "vfio-pci", "20:00.0");
    made.vf(named("20:10.%d", 1), 42, "vfio-pci", "20:00.0");
  }

  private void addMdevs(TestHost made) {
    made.endpoint("30:00.0", 50, "i915");
    for (int number = 0; number < 2; number++) {
      String uuid = "00000000-0000-4000-8000-00000000000" + number;
      made.mdev(uuid, 51 + number, one(List.of("vfio_mdev", "vfio_mdev", "-")), "0000:30:00.0");
      devices.add(DeviceRef.parse(uuid));
    }
  }

  private AssignmentPlan randomPlan() {
    List<Guest> guests = new ArrayList<>();
    List<PlanStep> steps = new ArrayList<>();
    for (String name : List.of("A", "B", "C")) {
      GuestName guest = new GuestName(name);
      List<GuestDevice> given = new ArrayList<>();
      for (int count = random.nextInt(4); count > 0; count--) {
        given.add(GuestDevice.of(one(devices)));
      }
      Guest made = Guest.named(guest).withDevices(given);
      guests.add(random.nextInt(4) == 0 ? made.withViommu(Viommu.standard()) : made);
      steps.add(new PlanStep.Start(guest));
      if (random.nextInt(2) == 0) {
        steps.add(later(guest));
      }
    }
    AssignmentPlan made = AssignmentPlan.EMPTY.withGuests(guests);
    if (random.nextInt(4) == 0) {
      DeviceRef device = one(devices);
      made = made.withBinding(device, Optional.of("vfio-pci").filter(name -> random.nextBoolean()));
    }
    return random.nextBoolean() ? made.withSequence(Optional.of(steps)) : made;
  }

  private PlanStep later(GuestName guest) {
    DeviceRef device = one(devices);
    return switch (random.nextInt(6)) {
      case 0 -> new PlanStep.Attach(guest, device);
      case 1 -> new PlanStep.Detach(guest, device);
      case 2 -> new PlanStep.Bind(device, one(List.of("vfio-pci", "nvme", "pci-stub")));
      case 3 -> new PlanStep.Unbind(device);
      case 4 -> new PlanStep.Stop(guest);
      default -> new PlanStep.Attach(guest, device);
    };
  }

  private String named(String form, Object... numbers) {
    String address = form.formatted(numbers);
    devices.add(DeviceRef.parse(address));
    return address;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
