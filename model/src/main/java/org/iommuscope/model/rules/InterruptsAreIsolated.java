package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Without interrupt remapping a guest could forge interrupts, so that type1 refuses unless {@code
 * allow_unsafe_interrupts} is set. {@code vfio_iommu_type1_attach_group}, Linux 5.10 to 6.12;
 * {@code iommufd_device_bind}, 6.12, which has a parameter of its own.
 */
final class InterruptsAreIsolated implements Rule {

  static final RuleId ID = new RuleId("interrupts-are-isolated");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!needsIsolation(situation)
        || isSpapr(situation)
        || situation.circumstances().interruptRemapping()
        || situation.circumstances().allowsUnsafeInterrupts(situation.state(), module(situation))) {
      return Finding.ALLOWED;
    }
    Objection objection =
        Objection.of(
                ID,
                Cause.fact(new Statement.InterruptsNotRemapped()),
                Cause.fact(new Statement.UnsafeInterruptsOff(module(situation))))
            .with(Errno.EPERM)
            .logging(
                "vfio_iommu_type1_attach_group: No interrupt remapping support.  Use the module"
                    + " param \"allow_unsafe_interrupts\" to enable VFIO IOMMU support on this"
                    + " platform")
            .fixedBy(
                new PlanChange.SetParameter(module(situation) + ".allow_unsafe_interrupts", "Y"));
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }

  /** type1 asks for whatever it attaches, an iommufd for the groups that it claims. */
  private static boolean needsIsolation(Situation situation) {
    return situation.step() instanceof AttachStep.JoinBackend join
        ? !(join.backing() instanceof Backing.Nothing)
        : situation.taken().isPresent();
  }

  private static String module(Situation situation) {
    return situation.step() instanceof AttachStep.JoinBackend ? "vfio_iommu_type1" : "iommufd";
  }

  private static boolean isSpapr(Situation situation) {
    return situation.state().iommu().filter(kind -> kind == IommuKind.SPAPR).isPresent();
  }
}
