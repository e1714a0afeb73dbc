package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Without interrupt remapping a guest could forge interrupts, so that type1 refuses unless {@code
 * allow_unsafe_interrupts} is set. {@code vfio_iommu_type1_attach_group}, Linux 5.10 to 6.12.
 */
final class InterruptsAreIsolated implements Rule {

  static final RuleId ID = new RuleId("interrupts-are-isolated");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    if (group.isEmpty()
        || situation.backing() instanceof Backing.Nothing
        || isSpapr(situation)
        || situation.circumstances().interruptRemapping()
        || situation.circumstances().allowsUnsafeInterrupts(situation.state())) {
      return Finding.ALLOWED;
    }
    Objection objection =
        Objection.of(
                ID,
                Cause.fact(new Statement.InterruptsNotRemapped()),
                Cause.fact(new Statement.UnsafeInterruptsOff()))
            .with(Errno.EPERM)
            .logging(
                "vfio_iommu_type1_attach_group: No interrupt remapping support.  Use the module"
                    + " param \"allow_unsafe_interrupts\" to enable VFIO IOMMU support on this"
                    + " platform")
            .fixedBy(new PlanChange.SetParameter("vfio_iommu_type1.allow_unsafe_interrupts", "Y"));
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }

  private static boolean isSpapr(Situation situation) {
    return situation.state().iommu().filter(kind -> kind == IommuKind.SPAPR).isPresent();
  }
}
