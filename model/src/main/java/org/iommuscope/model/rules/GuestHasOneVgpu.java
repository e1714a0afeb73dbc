package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** A guest gets at most one vGPU of GVT-g. {@code __kvmgt_vgpu_exist}, Linux 5.10 and 6.12. */
final class GuestHasOneVgpu implements Rule {

  static final RuleId ID = new RuleId("guest-has-one-vgpu");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.GetDevice get)) {
      return Finding.ALLOWED;
    }
    DeviceRef ref = get.wanted();
    boolean vgpu =
        situation.device(ref).filter(d -> Vgpus.isVgpu(situation.state(), d)).isPresent();
    List<DeviceRef> others = vgpu ? Vgpus.openIn(situation.state(), get.file().guest()) : List.of();
    if (others.isEmpty()) {
      return Finding.ALLOWED;
    }
    Cause[] causes =
        others.stream()
            .map(d -> Cause.fact(new Statement.OneVgpuPerGuest(get.file().guest(), d)))
            .toArray(Cause[]::new);
    return new Finding.Forbidden(
        Remedies.withdraw(Objection.of(ID, causes).with(Errno.EEXIST).blaming(others), situation));
  }
}
