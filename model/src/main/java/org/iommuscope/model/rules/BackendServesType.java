package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Some backend of the kernel must know the type that SET_IOMMU asks for: type1 on x86 and Arm,
 * sPAPR TCE on POWER, noiommu for groups without IOMMU. {@code vfio_ioctl_set_iommu}, Linux 5.10 to
 * 6.12.
 */
final class BackendServesType implements Rule {

  static final RuleId ID = new RuleId("backend-serves-type");

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
    boolean noiommu =
        situation.container(file).stream()
            .flatMap(container -> container.groups().keys().stream())
            .anyMatch(g -> situation.state().kindOf(g) == Membership.Kind.NOIOMMU);
    boolean spapr = situation.state().iommu().filter(k -> k == IommuKind.SPAPR).isPresent();
    if (noiommu || type.equals(IommuType.NOIOMMU)) {
      return noiommu == type.equals(IommuType.NOIOMMU)
          ? Finding.ALLOWED
          : refuse(type, Errno.ENODEV);
    }
    if (type.equals(IommuType.SPAPR_TCE) || type.equals(IommuType.SPAPR_TCE_V2)) {
      return spapr ? Finding.ALLOWED : refuse(type, Errno.ENODEV);
    }
    if (type.equals(IommuType.NESTING)) {
      return nesting(situation, type);
    }
    boolean type1 = type.equals(IommuType.TYPE1) || type.equals(IommuType.TYPE1V2);
    return type1 && !spapr ? Finding.ALLOWED : refuse(type, Errno.ENODEV);
  }

  /** No recorded IOMMU nests this way; the kernel versions differ in how they say so. */
  private static Finding nesting(Situation situation, IommuType type) {
    boolean enabled =
        situation.circumstances().kernel().isAtLeast(5, 14)
            && !situation.circumstances().kernel().isAtLeast(6, 13);
    return refuse(type, enabled ? Errno.EINVAL : Errno.ENODEV);
  }

  private static Finding refuse(IommuType type, Errno errno) {
    return new Finding.Forbidden(
        Objection.of(ID, Cause.fact(new Statement.NoBackendOfType(type.number()))).with(errno));
  }
}
