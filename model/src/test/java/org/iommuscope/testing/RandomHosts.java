package org.iommuscope.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/**
 * A random host with a random plan; the seed alone decides both. The same seed can be asked for
 * once more with every bus moved up, and with the facts filled in that were not captured.
 */
public final class RandomHosts {

  private static final List<String> DRIVERS =
      List.of("vfio-pci", "vfio-pci", "vfio-pci", "vfio-pci", "-", "pci-stub", "nvme", "?");

  /** What is the same of one seed but for one difference. */
  public record Variant(
      int busesUp, Optional<String> driverOfUnread, boolean groupsFilled, boolean rich) {
    public static final Variant PLAIN = new Variant(0, Optional.empty(), false, true);

    /** Functions, VFs and vendors' mdevs, and a plan that says nothing of the host. */
    public static final Variant SIMPLE = new Variant(0, Optional.empty(), false, false);

    public static Variant renamed(int busesUp) {
      return new Variant(busesUp, Optional.empty(), false, true);
    }

    /** What the capture did not say is said. */
    public static Variant filled(String driver) {
      return new Variant(0, Optional.of(driver), true, true);
    }
  }

  private final Random random;
  private final Variant variant;
  private final List<DeviceRef> devices = new ArrayList<>();
  private final HostTopology host;
  private final AssignmentPlan plan;

  private RandomHosts(String seed, Variant variant) {
    this.random = new Random(seed.hashCode() * 31L + 7);
    this.variant = variant;
    this.host = randomHost();
    this.plan = new RandomPlans(random, devices, variant.rich()).plan();
  }

  public static RandomHosts of(String seed) {
    return of(seed, Variant.PLAIN);
  }

  public static RandomHosts of(String seed, Variant variant) {
    return new RandomHosts(seed, variant);
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
      addGroup(made, group);
    }
    if (random.nextInt(3) == 0) {
      addVfs(made);
    }
    if (random.nextInt(3) == 0) {
      addVendorMdevs(made);
    }
    if (variant.rich()) {
      addRareDevices(made);
    }
    return switch (random.nextInt(8)) {
      case 0 -> made.withoutInterruptRemapping().build();
      case 1 -> (variant.rich() ? made.interruptRemappingUnread() : made).build();
      default -> made.build();
    };
  }

  private void addRareDevices(TestHost made) {
    if (random.nextInt(2) == 0) {
      addBackedMdevs(made);
    }
    if (random.nextInt(8) == 0) {
      made.endpoint(named("50:00.%d", 0), 70, "vfio-pci").noiommu(70);
    }
    if (random.nextInt(10) == 0) {
      addUngrouped(made, named("51:00.%d", 0));
    }
  }

  private void addGroup(TestHost made, int group) {
    int functions = 1 + random.nextInt(3);
    for (int function = 0; function < functions; function++) {
      made.endpoint(named("%02x:00." + function, group + 1), group, driver(one(DRIVERS)));
    }
    if (random.nextInt(4) == 0) {
      made.bridge(
          at("00:%02x.0".formatted(group + 1)), group, one(List.of("pcieport", "shpchp", "-")));
    }
    if (random.nextInt(8) == 0) {
      made.region(group, one(List.of("direct", "direct-relaxable", "msi")));
    }
  }

  private void addUngrouped(TestHost made, String address) {
    if (random.nextBoolean()) {
      made.ungrouped(address, "vfio-pci");
    } else if (variant.groupsFilled()) {
      made.endpoint(address, 71, "vfio-pci");
    } else {
      made.groupUnread(address, "vfio-pci");
    }
  }

  private void addVfs(TestHost made) {
    made.pf(
        named("20:00.%d", 0),
        40,
        one(List.of("igb", "nvme", "vfio-pci")),
        4,
        at("20:10.0"),
        at("20:10.1"));
    made.vf(named("20:10.%d", 0), 41, "vfio-pci", at("20:00.0"));
    made.vf(named("20:10.%d", 1), 42, "vfio-pci", at("20:00.0"));
  }

  private void addVendorMdevs(TestHost made) {
    made.endpoint(at("30:00.0"), 50, one(List.of("i915", "mtty")));
    for (int number = 0; number < 2; number++) {
      addMdev(made, number, 51 + number, one(List.of("vfio_mdev", "vfio_mdev", "-")), "30:00.0");
    }
  }

  /** Two functions of one group with an mdev each, wrapped or of a driver that nobody knows. */
  private void addBackedMdevs(TestHost made) {
    String parent = one(List.of("vfio-mdev-pci", "vfio-mdev-pci", "acme"));
    made.endpoint(at("40:00.0"), 60, parent);
    addMdev(made, 2, 61, "vfio_mdev", "40:00.0");
    if (random.nextBoolean()) {
      made.endpoint(at("40:00.1"), 60, parent);
      addMdev(made, 3, 62, "vfio_mdev", "40:00.1");
    } else {
      addMdev(made, 3, 62, "vfio_mdev", "40:00.0");
    }
    if (random.nextBoolean()) {
      made.endpoint(named("40:00.%d", 2), 60, driver(one(DRIVERS)));
    }
    devices.add(DeviceRef.parse("0000:" + at("40:00.0")));
  }

  private void addMdev(TestHost made, int number, int group, String driver, String parent) {
    String uuid = "00000000-0000-4000-8000-00000000000" + number;
    made.mdev(uuid, group, driver, "0000:" + at(parent));
    devices.add(DeviceRef.parse(uuid));
  }

  private String driver(String drawn) {
    return drawn.equals("?") ? variant.driverOfUnread().orElse("?") : drawn;
  }

  private String named(String form, int number) {
    String address = at(form.formatted(number));
    devices.add(DeviceRef.parse(address));
    return address;
  }

  /** The address with its bus moved up, which keeps the order of all of them. */
  private String at(String address) {
    int bus = Integer.parseInt(address.substring(0, 2), 16) + variant.busesUp();
    return "%02x".formatted(bus) + address.substring(2);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
