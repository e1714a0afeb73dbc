package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevBacking;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Between 5.2 and 5.15 an mdev may be backed by the IOMMU of a physical device, which sysfs does
 * not show: an annotation or a vendor driver that is known to isolate its mdevs by itself must
 * tell. {@code vfio_mdev_get_iommu_device}, Linux 5.10.
 */
final class MdevBackingIsKnown implements Rule {

  static final RuleId ID = new RuleId("mdev-backing-is-known");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.JoinBackend join)) {
      return Finding.ALLOWED;
    }
    for (LiveDevice member : situation.members(join.group())) {
      Optional<Statement> open = member.isMdev() ? question(situation, member) : Optional.empty();
      if (open.isPresent()) {
        return new Finding.Undecided(ID, List.of(Cause.fact(open.get())));
      }
    }
    return Finding.ALLOWED;
  }

  private static Optional<Statement> question(Situation situation, LiveDevice mdev) {
    Optional<String> vendor = mdev.parent().known().flatMap(parent -> maker(situation, parent));
    if (situation.circumstances().annotation(mdev.ref()).iommuDevice().isPresent()
        || vendor.filter("vfio-mdev-pci"::equals).isPresent()) {
      return Optional.of(new Statement.NotModelled("IOMMU-backed mdevs"));
    }
    return vendor.filter(MdevBacking::isVendorDriver).isPresent()
        ? Optional.empty()
        : Optional.of(new Statement.BackingUnknown(mdev.ref()));
  }

  private static Optional<String> maker(Situation situation, DeviceRef parent) {
    return situation
        .device(parent)
        .flatMap(found -> found.driver().known())
        .or(() -> MdevBacking.makerOf(situation.state().host(), parent));
  }
}
