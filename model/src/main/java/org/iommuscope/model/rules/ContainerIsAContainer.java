package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * SET_CONTAINER wants the file of a container, or an iommufd in its place. {@code
 * vfio_group_set_container}, Linux 5.10 and 6.1; {@code vfio_group_ioctl_set_container}, 6.12,
 * which answers EBADFD.
 */
final class ContainerIsAContainer implements Rule {

  static final RuleId ID = new RuleId("container-is-a-container");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.SetContainer(Handle file, Handle into))
        || situation.container(into).isPresent()
        || situation.state().iommufd(into).isPresent()) {
      return Finding.ALLOWED;
    }
    Errno errno = situation.circumstances().kernel().isAtLeast(6, 12) ? Errno.EBADFD : Errno.EINVAL;
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.NotAContainer(into.name()))).with(errno));
  }
}
