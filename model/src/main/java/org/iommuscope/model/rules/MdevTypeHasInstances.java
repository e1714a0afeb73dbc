package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A parent makes no more mdevs of a type than it has left: its vendor driver counts, and from 5.16
 * on the core with EUSERS where the driver only says how many. {@code mdev_device_create}, Linux
 * 6.12; mtty refuses with ENOSPC itself, and in 5.10 never.
 */
final class MdevTypeHasInstances implements Rule {

  static final RuleId ID = new RuleId("mdev-type-has-instances");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.CreateMdev create)) {
      return Finding.ALLOWED;
    }
    Optional<Integer> left = MdevInstances.left(situation.state(), create);
    if (left.isEmpty() || left.get() > 0) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.NoInstanceLeft(create.parent(), create.type())))
            .with(Errno.ENOSPC));
  }
}
