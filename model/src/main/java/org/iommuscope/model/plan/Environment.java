package org.iommuscope.model.plan;

import java.util.Optional;

/**
 * The circumstances of a plan; what is empty takes the contract's default, and a verdict that
 * leaned on a default lists it.
 *
 * @param kernel release, {@code 6.1}
 * @param qemu version, {@code 7.2}
 */
public record Environment(
    Optional<String> kernel,
    Optional<String> qemu,
    Optional<ManagementLayer> managementLayer,
    Optional<Boolean> interruptRemapping,
    Optional<Boolean> allowUnsafeInterrupts,
    Optional<Boolean> enableSriov,
    Optional<Boolean> noiommu,
    Optional<Boolean> hasDefaultDomain,
    Optional<Boolean> auxSupported,
    Optional<MdevBacking> mdevBacking,
    Optional<BackingViability> backingViability,
    Optional<Boolean> detachAsPosted,
    Optional<Boolean> inheritStrict,
    Optional<Boolean> rawio) {

  /** Who starts the guests. */
  public enum ManagementLayer {
    NONE,
    LIBVIRT
  }

  /** What type1 does with an mdev's iommu_device in kernels up to 5.15. */
  public enum MdevBacking {
    ATTACH_DEVICE,
    ATTACH_GROUP,
    IGNORED
  }

  /** What the proposed series makes of host drivers in a backing group. */
  public enum BackingViability {
    AS_POSTED,
    STRICT
  }

  /** Nothing said: every default of the contract. */
  public static final Environment DEFAULTS =
      new Environment(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
