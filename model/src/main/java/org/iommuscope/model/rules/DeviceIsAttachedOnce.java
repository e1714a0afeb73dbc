package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** QEMU attaches a device once. {@code vfio_realize}, QEMU 5.2 to 10.0. */
final class DeviceIsAttachedOnce implements Rule {

  static final RuleId ID = new RuleId("device-is-attached-once");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.AddDevice add) || !add.listed()) {
      return Finding.ALLOWED;
    }
    Objection objection =
        Objection.of(ID, Cause.fact(new Statement.AttachedAlready(add.guest(), add.device())))
            .blaming(List.of(add.device()))
            .fixedBy(
                situation.wanted().isPresent()
                    ? List.of(new PlanChange.Assign(add.guest(), add.device()))
                    : List.of());
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }
}
