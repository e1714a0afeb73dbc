package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.ReservedRegion;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A group for which firmware wants an identity mapping cannot be given away. Up to 6.1 VT-d refuses
 * the domain with EPERM ({@code device_is_rmrr_locked}), later kernels refuse the claim with EINVAL
 * ({@code __iommu_device_set_domain}, Linux 6.12).
 */
final class NoDirectRegion implements Rule {

  static final RuleId ID = new RuleId("no-direct-region");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.taken();
    List<ReservedRegion> direct = group.map(id -> directRegions(situation, id)).orElse(List.of());
    if (group.isEmpty() || direct.isEmpty()) {
      return Finding.ALLOWED;
    }
    boolean late = situation.circumstances().kernel().isAtLeast(6, 12);
    if (!late && situation.state().iommu().filter(kind -> kind != IommuKind.INTEL).isPresent()) {
      return Finding.ALLOWED;
    }
    Cause[] causes =
        direct.stream()
            .map(region -> Cause.fact(describe(group.get(), region)))
            .toArray(Cause[]::new);
    Objection objection =
        Objection.of(ID, causes)
            .with(late ? Errno.EINVAL : Errno.EPERM)
            .blaming(situation.wantedDevice())
            .logging(
                late
                    ? "Firmware has requested this device have a 1:1 IOMMU mapping, rejecting"
                        + " configuring the device without a 1:1 mapping. Contact your platform"
                        + " vendor."
                    : "DMAR: Device is ineligible for IOMMU domain attach due to platform RMRR"
                        + " requirement.  Contact your platform vendor.");
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }

  private static List<ReservedRegion> directRegions(Situation situation, GroupId id) {
    return situation
        .state()
        .host()
        .group(id)
        .flatMap(group -> group.reservedRegions().known())
        .orElse(List.of())
        .stream()
        .filter(region -> region.type().equals("direct"))
        .toList();
  }

  private static Statement describe(GroupId group, ReservedRegion region) {
    return new Statement.DirectRegion(
        group, "0x" + Long.toHexString(region.start()), "0x" + Long.toHexString(region.end()));
  }
}
