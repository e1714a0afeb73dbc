package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * type1 makes a domain for one bus, so that all members must be on it; the check is gone from 5.19
 * on. {@code vfio_iommu_type1_attach_group}, Linux 5.10.
 */
final class MembersShareOneBus implements Rule {

  static final RuleId ID = new RuleId("members-share-one-bus");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.group();
    long buses =
        group.map(situation::members).orElse(List.of()).stream()
            .map(LiveDevice::bus)
            .distinct()
            .count();
    return buses <= 1
        ? Finding.ALLOWED
        : new Finding.Forbidden(
            Remedies.withdraw(
                Objection.of(ID, Cause.fact(new Statement.MixedBuses(group.orElseThrow())))
                    .with(Errno.EINVAL),
                situation));
  }
}
