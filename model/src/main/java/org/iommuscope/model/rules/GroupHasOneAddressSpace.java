package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * QEMU puts a group into one address space, and with a vIOMMU every requester has its own. {@code
 * vfio_get_group}, QEMU 5.2 to 10.0.
 */
final class GroupHasOneAddressSpace implements Rule {

  static final RuleId ID = new RuleId("group-has-one-address-space");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.UseGroup use)
        || use.held().isEmpty()
        || use.held().get().equals(use.space())) {
      return Finding.ALLOWED;
    }
    List<DeviceRef> by = use.by().stream().toList();
    Cause[] causes =
        by.stream()
            .map(device ->
                Cause.fact(new Statement.OtherAddressSpace(use.guest(), use.group(), device)))
            .toArray(Cause[]::new);
    Objection objection = Objection.of(ID, causes).blaming(by);
    List<PlanChange> fixes =
        situation
            .wanted()
            .filter(wanted -> use.by().isPresent())
            .map(wanted -> Remedies.oneSpace(use.guest(), by.getFirst(), wanted.given().device()))
            .orElse(List.of());
    return new Finding.Forbidden(Remedies.withdraw(objection.fixedBy(fixes), situation));
  }
}
