package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** BIND wants the file of an iommufd. {@code iommufd_ctx_from_fd}, Linux 6.12. */
final class IommufdIsAnIommufd implements Rule {

  static final RuleId ID = new RuleId("iommufd-is-an-iommufd");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.BindCdev(Handle file, Handle iommufd))) {
      return Finding.ALLOWED;
    }
    boolean open = situation.state().file(iommufd).isPresent();
    if (situation.state().iommufd(iommufd).isPresent()) {
      return Finding.ALLOWED;
    }
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.NotAnIommufd(iommufd.name())))
            .with(open ? Errno.EBADFD : Errno.EBADF));
  }
}
