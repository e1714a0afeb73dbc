package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** A device is plugged into, or taken out of, a guest that runs. */
final class GuestIsRunning implements Rule {

  static final RuleId ID = new RuleId("guest-is-running");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return situation.step() instanceof AttachStep.ReachGuest(GuestName guest, boolean running)
            && !running
        ? new Finding.Forbidden(Objection.of(ID, Cause.fact(new Statement.NotRunning(guest))))
        : Finding.ALLOWED;
  }
}
