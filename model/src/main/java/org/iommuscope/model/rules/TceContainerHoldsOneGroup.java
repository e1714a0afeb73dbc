package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The sPAPR TCE backend of POWER takes one group a container. {@code tce_iommu_attach_group}, Linux
 * 6.12.
 */
final class TceContainerHoldsOneGroup implements Rule {

  static final RuleId ID = new RuleId("tce-container-holds-one-group");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.JoinBackend join)
        || !join.type().equals(IommuType.SPAPR_TCE)) {
      return Finding.ALLOWED;
    }
    if (situation.state().kindOf(join.group()) == Membership.Kind.MDEV) {
      return new Finding.Forbidden(
          Objection.of(ID, Cause.fact(new Statement.OneGroupPerContainer(join.group())))
              .with(Errno.EINVAL));
    }
    boolean others =
        situation.state().container(join.container()).stream()
            .flatMap(container -> container.groups().keys().stream())
            .anyMatch(group -> !group.equals(join.group()));
    return others
        ? new Finding.Forbidden(
            Objection.of(ID, Cause.fact(new Statement.OneGroupPerContainer(join.group())))
                .with(Errno.EBUSY))
        : Finding.ALLOWED;
  }
}
