package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** A PF has at most {@code sriov_totalvfs} VFs. {@code sriov_numvfs_store}, Linux 5.10 to 6.12. */
final class VfCountIsWithinTotal implements Rule {

  static final RuleId ID = new RuleId("vf-count-is-within-total");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.SetVfs(PciAddress pf, int count))) {
      return Finding.ALLOWED;
    }
    if (situation.device(pf).isEmpty()) {
      return refuse(new Statement.NoSuchDevice(pf), Errno.ENOENT);
    }
    return switch (VfCount.reading(situation.state(), pf)) {
      case Reading.Unread<Integer> unread ->
          new Finding.Undecided(ID, List.of(Cause.fact(new Statement.VfsUnknown(pf))));
      case Reading.Absent<Integer> absent -> refuse(new Statement.NoSriov(pf), Errno.ENOENT);
      case Reading.Present<Integer>(Integer total) ->
          count <= total
              ? Finding.ALLOWED
              : refuse(new Statement.TooManyVfs(pf, count, total), Errno.ERANGE);
    };
  }

  private static Finding refuse(Statement why, Errno errno) {
    return new Finding.Forbidden(Objection.of(ID, Cause.fact(why)).with(errno));
  }
}
