package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** {@code /dev/iommu} is there from Linux 6.2 on. {@code iommufd_init}, Linux 6.12. */
final class IommufdExists implements Rule {

  static final RuleId ID = new RuleId("iommufd-exists");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    boolean exists =
        situation.state().era().ownsDma() && situation.circumstances().kernel().isAtLeast(6, 2);
    if (!(situation.step() instanceof AttachStep.OpenIommufd) || exists) {
      return Finding.ALLOWED;
    }
    String kernel = situation.circumstances().kernel().toString();
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.NoIommufd(kernel))).with(Errno.ENOENT));
  }
}
