package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * GVT-g serves guests with KVM only. {@code kvmgt_guest_init}, Linux 5.10; {@code
 * intel_vgpu_open_device}, 6.12.
 */
final class VgpuHasKvm implements Rule {

  static final RuleId ID = new RuleId("vgpu-has-kvm");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.GetDevice get)) {
      return Finding.ALLOWED;
    }
    boolean vgpu =
        situation
            .device(get.wanted())
            .filter(device -> Vgpus.isVgpu(situation.state(), device))
            .isPresent();
    GuestName guest = get.file().guest();
    return !vgpu || situation.state().process(guest).kvm()
        ? Finding.ALLOWED
        : new Finding.Forbidden(
            Remedies.withdraw(
                Objection.of(ID, Cause.fact(new Statement.VgpuNeedsKvm(guest))).with(Errno.ESRCH),
                situation));
  }
}
