package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The number of VFs changes from zero or to zero only. {@code sriov_numvfs_store}, Linux 5.10 to
 * 6.12.
 */
final class VfCountPassesZero implements Rule {

  static final RuleId ID = new RuleId("vf-count-passes-zero");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.SetVfs(PciAddress pf, int count))
        || count == 0
        || VfCount.isUnchanged(situation.state(), pf, count)) {
      return Finding.ALLOWED;
    }
    List<DeviceRef> vfs = situation.state().vfsOf(pf);
    return vfs.isEmpty()
        ? Finding.ALLOWED
        : new Finding.Forbidden(
            Objection.of(ID, Cause.fact(new Statement.HasVfs(pf, vfs.size())))
                .with(Errno.EBUSY)
                .blaming(vfs));
  }
}
