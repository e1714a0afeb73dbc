package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * libvirt refuses a PCI device whose group another of its guests uses, and an mdev that another
 * has. {@code virHostdevIsPCINodeDeviceUsed}, libvirt 11.3. It knows nothing of other processes, of
 * host drivers and of what backs an mdev.
 */
final class LibvirtDeviceIsFree implements Rule {

  static final RuleId ID = new RuleId("libvirt-device-is-free");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = Libvirt.prepared(situation).flatMap(device -> device.group().known());
    Optional<Objection.Holding> holder = group.flatMap(id -> Holders.of(situation.state(), id));
    if (holder.isEmpty() || holder.get().guest().equals(Libvirt.guest(situation))) {
      return Finding.ALLOWED;
    }
    Objection objection =
        Holders.name(
            Objection.of(
                ID,
                Cause.fact(
                    new Statement.HeldBy(
                        group.get(), holder.get().guest(), holder.get().device()))),
            situation.state(),
            group.get());
    List<PlanChange> fixes =
        situation
            .wanted()
            .map(wanted ->
                Remedies.share(
                    wanted,
                    holder.get().guest(),
                    Holders.devicesOf(situation.state(), group.get())))
            .orElse(List.of());
    return Libvirt.refusal(situation, Remedies.withdraw(objection.fixedBy(fixes), situation));
  }
}
