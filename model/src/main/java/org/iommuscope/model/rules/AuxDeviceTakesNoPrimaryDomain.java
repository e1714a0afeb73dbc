package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A device whose auxiliary domains are enabled cannot be attached as a whole. {@code
 * intel_iommu_attach_device}, Linux 5.10.
 */
final class AuxDeviceTakesNoPrimaryDomain implements Rule {

  static final RuleId ID = new RuleId("aux-device-takes-no-primary-domain");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    Optional<GroupId> group = situation.backing().domain();
    if (group.isEmpty()
        || situation.state().iommu().filter(kind -> kind != IommuKind.INTEL).isPresent()) {
      return Finding.ALLOWED;
    }
    List<DeviceRef> aux =
        situation.state().members(group.get()).stream()
            .filter(member -> situation.circumstances().annotation(member).aux().orElse(false))
            .toList();
    if (aux.isEmpty()) {
      return Finding.ALLOWED;
    }
    Cause[] causes =
        aux.stream().map(device -> Cause.fact(new Statement.AuxOnly(device))).toArray(Cause[]::new);
    return new Finding.Forbidden(
        Remedies.withdraw(Objection.of(ID, causes).with(Errno.EPERM).blaming(aux), situation));
  }
}
