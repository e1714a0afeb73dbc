package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.attach.Iommufd;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * An iommufd in a container's place speaks as type1 does, once a group is in it. {@code
 * iommufd_vfio_set_iommu}, Linux 6.12.
 */
final class IommufdServesType implements Rule {

  static final RuleId ID = new RuleId("iommufd-serves-type");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.SetIommu(Handle file, IommuType type))) {
      return Finding.ALLOWED;
    }
    Optional<Iommufd> context = situation.state().iommufd(file);
    if (context.isEmpty()) {
      return Finding.ALLOWED;
    }
    if (!type.equals(IommuType.TYPE1) && !type.equals(IommuType.TYPE1V2)) {
      return refuse(new Statement.NoBackendOfType(type.number()), Errno.EINVAL);
    }
    return context.get().compat().isPresent()
        ? Finding.ALLOWED
        : refuse(new Statement.ContainerEmpty(), Errno.ENODEV);
  }

  private static Finding refuse(Statement why, Errno errno) {
    return new Finding.Forbidden(Objection.of(ID, Cause.fact(why)).with(errno));
  }
}
