package org.iommuscope.model.rules.profiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep.Kind;
import org.iommuscope.model.attach.KernelEra.Mechanism;
import org.iommuscope.model.attach.KernelVersion;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.rules.Rule;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.topology.HostTopology;

/** Every rule profile, in the order of time. */
public final class RuleProfiles {

  private static final RuleProfile.Era PLAIN =
      new RuleProfile.Era(Mechanism.VIABILITY, MdevDesign.ISOLATED);
  private static final RuleProfile.Era BACKED =
      new RuleProfile.Era(Mechanism.VIABILITY, MdevDesign.BACKED);
  private static final RuleProfile.Era EMULATED =
      new RuleProfile.Era(Mechanism.VIABILITY, MdevDesign.EMULATED);
  private static final RuleProfile.Era OWNED =
      new RuleProfile.Era(Mechanism.DMA_OWNER, MdevDesign.EMULATED);

  public static final RuleProfile VIABILITY =
      new RuleProfile(
          "viability",
          "Viable groups",
          "up to 5.1",
          "a list of drivers that may stay in a guest's group",
          PLAIN,
          ViabilityRows.table());

  public static final RuleProfile VIABILITY_BACKED_MDEV =
      new RuleProfile(
          "viability-backed-mdev",
          "Viable groups, mdevs with an IOMMU of their own",
          "5.2 to 5.15",
          "a list of drivers that may stay; an mdev may use a physical device's IOMMU",
          BACKED,
          ViabilityRows.withBackedMdevs());

  public static final RuleProfile VIABILITY_EMULATED_MDEV =
      new RuleProfile(
          "viability-emulated-mdev",
          "Viable groups, emulated mdevs",
          "5.16 to 5.18",
          "a list of drivers that may stay; every mdev is isolated by its vendor driver",
          EMULATED,
          ViabilityRows.table());

  public static final RuleProfile DMA_OWNER =
      new RuleProfile(
          "dma-owner",
          "DMA ownership",
          "5.19 and later",
          "a counter of those who use a group's DMA, claimed for a guest as a whole",
          OWNED,
          DmaOwnerRows.table());

  public static final RuleProfile PROPOSED_ATTACH =
      proposal(
          "proposed-attach",
          "Proposed: attach the backing group",
          "the vfio-mdev-pci series",
          "the container remembers which backing group it has attached",
          MdevDesign.GROUP_ATTACHED,
          ProposedRows.attach());

  public static final RuleProfile PROPOSED_OPEN_COUNT =
      proposal(
          "proposed-open-count",
          "Proposed: count the opens of the backing group",
          "design",
          "an mdev counts as an open of its backing group",
          MdevDesign.OPENS_COUNTED,
          ProposedRows.openCount());

  public static final RuleProfile PROPOSED_SINGLETON =
      proposal(
          "proposed-singleton",
          "Proposed: backing groups of one device",
          "design",
          "an mdev is backed by a device that is alone in its group",
          MdevDesign.SINGLETONS,
          ViabilityRows.withBackedMdevs());

  public static final RuleProfile PROPOSED_INHERIT =
      proposal(
          "proposed-inherit",
          "Proposed: the mdev joins its parent's group",
          "design",
          "the parent donates its group to its mdev",
          MdevDesign.GROUP_INHERITED,
          ProposedRows.inherit());

  private RuleProfiles() {}

  public static List<RuleProfile> all() {
    return List.of(
        VIABILITY,
        VIABILITY_BACKED_MDEV,
        VIABILITY_EMULATED_MDEV,
        DMA_OWNER,
        PROPOSED_ATTACH,
        PROPOSED_OPEN_COUNT,
        PROPOSED_SINGLETON,
        PROPOSED_INHERIT);
  }

  public static Optional<RuleProfile> byId(String id) {
    return all().stream().filter(profile -> profile.id().equals(id)).findFirst();
  }

  public static RuleProfile of(KernelVersion kernel) {
    if (kernel.isAtLeast(5, 19)) {
      return DMA_OWNER;
    }
    if (kernel.isAtLeast(5, 16)) {
      return VIABILITY_EMULATED_MDEV;
    }
    return kernel.isAtLeast(5, 2) ? VIABILITY_BACKED_MDEV : VIABILITY;
  }

  /** The plan's own profile, else that of its kernel, else that of the capture's. */
  public static RuleProfile of(HostTopology host, AssignmentPlan plan) {
    return plan.profile()
        .flatMap(RuleProfiles::byId)
        .or(() -> kernelOf(host, plan).map(RuleProfiles::of))
        .orElse(DMA_OWNER);
  }

  /** The kernel that a plan speaks of, if anything tells. */
  public static Optional<KernelVersion> kernelOf(HostTopology host, AssignmentPlan plan) {
    return plan.kernel().or(() -> host.kernel().release().known()).flatMap(KernelVersion::parse);
  }

  /**
   * The kernel that answers for a profile: the plan's or the capture's where it is one of the
   * profile's, else the one by which the profile's rules were read.
   */
  public static KernelVersion kernelFor(
      RuleProfile profile, HostTopology host, AssignmentPlan plan) {
    return kernelOf(host, plan).filter(known -> of(known).equals(profile)).orElse(typical(profile));
  }

  private static KernelVersion typical(RuleProfile profile) {
    return switch (profile.id()) {
      case "viability" -> new KernelVersion(5, 1);
      case "viability-emulated-mdev" -> new KernelVersion(5, 18);
      case "dma-owner" -> new KernelVersion(6, 12);
      default -> new KernelVersion(5, 10);
    };
  }

  private static RuleProfile proposal(
      String id,
      String title,
      String kernels,
      String mechanism,
      MdevDesign mdevs,
      Map<Kind, List<Rule>> rows) {
    return new RuleProfile(
        id, title, kernels, mechanism, new RuleProfile.Era(Mechanism.VIABILITY, mdevs), rows);
  }
}
