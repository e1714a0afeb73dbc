package org.iommuscope.testing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/** The hosts with mdevs that have a physical device's IOMMU behind them, and what a plan says. */
public final class BackedHosts {

  public static final String U = "00000000-0000-4000-8000-00000000000a";
  public static final String U0 = "00000000-0000-4000-8000-0000000000a0";
  public static final String U1 = "00000000-0000-4000-8000-0000000000a1";

  /** The first and the second mdev of one function. */
  public static final String FIRST = "00000000-0000-4000-8000-0000000000b1";

  public static final String SECOND = "00000000-0000-4000-8000-0000000000b2";

  private static final String WRAPPER = "vfio-mdev-pci";

  private BackedHosts() {}

  /** A function on vfio-pci beside a wrapped one. */
  public static HostTopology t5() {
    return beside("vfio-pci").build();
  }

  /** The same before the mdev was made. */
  public static HostTopology t5WithoutMdev() {
    return new TestHost()
        .endpoint("01:00.0", 7, "vfio-pci")
        .endpoint("01:00.1", 7, WRAPPER)
        .build();
  }

  /** Two wrapped functions of one group. */
  public static HostTopology t6() {
    return new TestHost()
        .endpoint("01:00.0", 7, WRAPPER)
        .endpoint("01:00.1", 7, WRAPPER)
        .mdev(U0, 11, "vfio_mdev", "0000:01:00.0")
        .mdev(U1, 12, "vfio_mdev", "0000:01:00.1")
        .build();
  }

  /** A wrapped function alone in its group. */
  public static HostTopology t7() {
    return new TestHost()
        .endpoint("01:00.0", 7, WRAPPER)
        .offers("01:00.0", "vfio-mdev-pci-type1", 0)
        .mdev(U, 11, "vfio_mdev", "0000:01:00.0")
        .build();
  }

  /** A function alone in its group, with two mdevs that it stands behind; also T9. */
  public static HostTopology t10() {
    return new TestHost()
        .endpoint("01:00.0", 7, "acme")
        .mdev(FIRST, 30, "vfio_mdev", "0000:01:00.0")
        .mdev(SECOND, 31, "vfio_mdev", "0000:01:00.0")
        .build();
  }

  /** A wrapped function beside one on its host driver. */
  public static HostTopology t12() {
    return beside("nvme").build();
  }

  /** A wrapped function below a root port that does not isolate it. */
  public static HostTopology t16() {
    return new TestHost()
        .bridge("00:01.0", 7, "pcieport")
        .endpoint("01:00.0", 7, WRAPPER)
        .mdev(U, 11, "vfio_mdev", "0000:01:00.0")
        .build();
  }

  /** A wrapped function with its mdev beside one on a driver. */
  public static TestHost beside(String driver) {
    return new TestHost()
        .endpoint("01:00.0", 7, driver)
        .endpoint("01:00.1", 7, WRAPPER)
        .mdev(U, 11, "vfio_mdev", "0000:01:00.1");
  }

  /** Both mdevs of T10 have the function behind them. */
  public static UnaryOperator<AssignmentPlan> backed() {
    return annotated(Map.of(FIRST, behind(), SECOND, behind()));
  }

  /** They have, and the function has auxiliary domains: T9. */
  public static UnaryOperator<AssignmentPlan> aux() {
    return annotated(Map.of(FIRST, behind(), SECOND, behind(), "0000:01:00.0", auxEnabled()));
  }

  public static UnaryOperator<AssignmentPlan> annotated(Map<String, Annotation> annotations) {
    TreeMap<DeviceRef, Annotation> known = new TreeMap<>();
    annotations.forEach((device, said) -> known.put(DeviceRef.parse(device), said));
    return plan -> plan.withAnnotations(known);
  }

  public static UnaryOperator<AssignmentPlan> profile(String id) {
    return plan -> plan.withProfile(Optional.of(id));
  }

  private static Annotation behind() {
    return Annotation.backedBy(DeviceRef.parse("0000:01:00.0"));
  }

  private static Annotation auxEnabled() {
    return Annotation.NONE.withAux(Optional.of(true));
  }

  /** The IOMMU driver has no default domains. */
  public static UnaryOperator<AssignmentPlan> withoutDefaultDomain() {
    return options(new Options().with("hasDefaultDomain", false));
  }

  /** The IOMMU driver has no auxiliary domains. */
  public static UnaryOperator<AssignmentPlan> withoutAux() {
    return options(new Options().with("auxSupported", false));
  }

  public static UnaryOperator<AssignmentPlan> detachAsPosted() {
    return options(new Options().with("detachAsPosted", true));
  }

  public static UnaryOperator<AssignmentPlan> inheritStrict() {
    return options(new Options().with("inheritStrict", true));
  }

  public static UnaryOperator<AssignmentPlan> mdevBacking(Environment.MdevBacking backing) {
    return options(new Options().with("mdevBacking", backing));
  }

  public static UnaryOperator<AssignmentPlan> backingViability(
      Environment.BackingViability viability) {
    return options(new Options().with("backingViability", viability));
  }

  /** Environment keys with their values. */
  private record Options(Map<String, Object> values) {
    Options() {
      this(Map.of());
    }

    Options with(String key, Object value) {
      TreeMap<String, Object> more = new TreeMap<>(values);
      more.put(key, value);
      return new Options(more);
    }

    <T> Optional<T> get(String key, Class<T> type, Optional<T> otherwise) {
      return Optional.ofNullable(values.get(key)).map(type::cast).or(() -> otherwise);
    }
  }

  private static UnaryOperator<AssignmentPlan> options(Options options) {
    return plan -> {
      Environment old = plan.environment();
      return plan.withEnvironment(
          new Environment(
              old.kernel(),
              old.qemu(),
              old.managementLayer(),
              old.interruptRemapping(),
              old.allowUnsafeInterrupts(),
              old.enableSriov(),
              old.noiommu(),
              options.get("hasDefaultDomain", Boolean.class, old.hasDefaultDomain()),
              options.get("auxSupported", Boolean.class, old.auxSupported()),
              options.get("mdevBacking", Environment.MdevBacking.class, old.mdevBacking()),
              options.get(
                  "backingViability", Environment.BackingViability.class, old.backingViability()),
              options.get("detachAsPosted", Boolean.class, old.detachAsPosted()),
              options.get("inheritStrict", Boolean.class, old.inheritStrict()),
              old.rawio()));
    };
  }
}
