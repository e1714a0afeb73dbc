package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** Only an mdev that exists is removed. */
final class MdevExistsToRemove implements Rule {

  static final RuleId ID = new RuleId("mdev-exists-to-remove");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.RemoveMdev(MdevUuid uuid))
        || situation.device(uuid).isPresent()) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.NoSuchDevice(uuid))).with(Errno.ENOENT));
  }
}
