package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.plan.Environment.MdevBacking;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The group behind an mdev has one device in all, bridges counted. {@code iommu_attach_device},
 * Linux 5.10, which type1 changed to attach whole groups does not ask.
 */
final class BackingGroupIsSingleton implements Rule {

  static final RuleId ID = new RuleId("backing-group-is-singleton");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.JoinBackend join)
        || !(join.backing() instanceof Backing.DeviceGroup backing)
        || attachesWholeGroups(situation)) {
      return Finding.ALLOWED;
    }
    List<DeviceRef> others =
        situation.state().members(backing.group()).stream()
            .filter(member -> !member.equals(backing.device()))
            .toList();
    if (others.isEmpty()) {
      return Finding.ALLOWED;
    }
    Cause shared =
        new Cause(
            new Statement.NotAlone(backing.group(), others),
            BackingCauses.withOwnGroup(situation.state(), backing));
    return new Finding.Forbidden(
        Remedies.withdraw(Objection.of(ID, shared).with(Errno.EINVAL).blaming(others), situation));
  }

  private static boolean attachesWholeGroups(Situation situation) {
    return situation.state().era().mdevs() == MdevDesign.BACKED
        && situation.circumstances().mdevBacking() == MdevBacking.ATTACH_GROUP;
  }
}
