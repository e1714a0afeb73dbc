package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * QEMU's intel-iommu takes vfio devices with {@code caching-mode=on} only, and says so when the
 * whole machine is complete. {@code vtd_machine_done_notify_one}, QEMU 10.0.
 */
final class CachingModeIsOn implements Rule {

  static final RuleId ID = new RuleId("caching-mode-is-on");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.CompleteMachine(GuestName guest))) {
      return Finding.ALLOWED;
    }
    boolean missing =
        situation
            .wanted()
            .map(wanted -> wanted.guest().viommu())
            .filter(CachingModeIsOn::lacksIt)
            .isPresent();
    return missing
        ? new Finding.Forbidden(
            Objection.of(ID, Cause.fact(new Statement.CachingModeOff(guest)))
                .fixedBy(new PlanChange.SetViommu(guest, Viommu.standard()))
                .fixedBy(new PlanChange.SetViommu(guest, new Viommu.None())))
        : Finding.ALLOWED;
  }

  private static boolean lacksIt(Viommu viommu) {
    return viommu instanceof Viommu.Present(Viommu.Model model, boolean cachingMode)
        && model == Viommu.Model.INTEL
        && !cachingMode;
  }
}
