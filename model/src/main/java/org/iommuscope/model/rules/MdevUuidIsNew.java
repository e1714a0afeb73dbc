package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * An mdev's name is a UUID that no other mdev of the host has. {@code create_store} and {@code
 * mdev_device_create}, Linux 5.10 to 6.12.
 */
final class MdevUuidIsNew implements Rule {

  static final RuleId ID = new RuleId("mdev-uuid-is-new");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.CreateMdev create)) {
      return Finding.ALLOWED;
    }
    Optional<MdevUuid> uuid = MdevUuid.parse(create.uuid());
    if (uuid.isEmpty()) {
      return refuse(new Statement.NotAUuid(create.uuid()), Errno.EINVAL);
    }
    return situation.device(uuid.get()).isPresent()
        ? refuse(new Statement.MdevExists(uuid.get()), Errno.EEXIST)
        : Finding.ALLOWED;
  }

  private static Finding refuse(Statement why, Errno errno) {
    return new Finding.Forbidden(Objection.of(ID, Cause.fact(why)).with(errno));
  }
}
