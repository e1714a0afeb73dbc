package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * SET_IOMMU wants a container with groups and without backend. {@code vfio_ioctl_set_iommu}, Linux
 * 5.10 to 6.12.
 */
final class ContainerAwaitsBackend implements Rule {

  static final RuleId ID = new RuleId("container-awaits-backend");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.SetIommu(Handle file, IommuType type))
        || situation.state().iommufd(file).isPresent()) {
      return Finding.ALLOWED;
    }
    Optional<Container> container = situation.container(file);
    if (container.isEmpty() || container.get().groups().isEmpty()) {
      return refuse(new Statement.ContainerEmpty());
    }
    return container.get().backend().isPresent()
        ? refuse(new Statement.ContainerHasBackend())
        : Finding.ALLOWED;
  }

  private static Finding refuse(Statement why) {
    return new Finding.Forbidden(Objection.of(ID, Cause.fact(why)).with(Errno.EINVAL));
  }
}
