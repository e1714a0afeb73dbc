package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * GVT-g refuses to remove a vGPU that is open, where other vendor drivers let the remover wait.
 * {@code intel_vgpu_remove}, Linux 5.10.
 */
final class VgpuIsNotInUse implements Rule {

  static final RuleId ID = new RuleId("vgpu-is-not-in-use");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.RemoveMdev(MdevUuid uuid))
        || situation.circumstances().kernel().isAtLeast(5, 19)) {
      return Finding.ALLOWED;
    }
    Optional<LiveDevice> mdev =
        situation.device(uuid).filter(d -> Vgpus.isVgpu(situation.state(), d));
    if (mdev.isEmpty() || situation.state().usersOf(mdev.get()).isEmpty()) {
      return Finding.ALLOWED;
    }
    GuestName guest = situation.state().usersOf(mdev.get()).getFirst().guest();
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.DeviceOpen(uuid, guest)))
            .with(Errno.EBUSY)
            .blaming(List.of(uuid))
            .fixedBy(new PlanChange.Withdraw(guest, uuid)));
  }
}
