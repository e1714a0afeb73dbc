package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.OpenFile;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A device is bound through one file of its own node, and once. {@code vfio_df_ioctl_bind_iommufd}
 * and {@code vfio_df_open}, Linux 6.12.
 */
final class DeviceBindsOnce implements Rule {

  static final RuleId ID = new RuleId("device-binds-once");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.BindCdev(Handle file, Handle iommufd))) {
      return Finding.ALLOWED;
    }
    Optional<DeviceRef> device = situation.state().file(file).flatMap(OpenFile::device);
    Optional<Handle> user =
        situation.group().flatMap(situation.state()::vfioGroup).stream()
            .flatMap(group -> group.devices().stream())
            .filter(open -> situation.state().file(open).flatMap(OpenFile::device).equals(device))
            .findFirst();
    if (user.isEmpty() || device.isEmpty()) {
      return Finding.ALLOWED;
    }
    GuestName guest = user.get().guest();
    Objection objection =
        Objection.of(ID, Cause.fact(new Statement.DeviceOpen(device.get(), guest)))
            .with(Errno.EINVAL)
            .blaming(List.of(device.get()))
            .heldBy(new Objection.Holding(guest, device.get()));
    return new Finding.Forbidden(
        Remedies.withdraw(objection.fixedBy(fixes(situation, guest, device.get())), situation));
  }

  private static List<PlanChange> fixes(Situation situation, GuestName holder, DeviceRef device) {
    return situation
        .wanted()
        .map(wanted ->
            holder.equals(wanted.guest().name())
                ? List.<PlanChange>of(new PlanChange.Assign(holder, device))
                : Remedies.share(wanted, holder, List.of(device)))
        .orElse(List.of());
  }
}
