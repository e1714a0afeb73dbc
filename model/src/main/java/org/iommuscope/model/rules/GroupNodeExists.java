package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.GroupNode;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The node of a group exists while a member of the group is registered with vfio; QEMU knows no
 * other node than {@code /dev/vfio/N}. {@code vfio_create_group}, Linux 5.10; {@code
 * vfio_group_find_or_alloc}, 6.1.
 */
final class GroupNodeExists implements Rule {

  static final RuleId ID = new RuleId("group-node-exists");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.OpenGroup(Handle file, GroupNode node))) {
      return Finding.ALLOWED;
    }
    boolean noiommu = situation.state().kindOf(node.group()) == Membership.Kind.NOIOMMU;
    List<LiveDevice> members = situation.members(node.group());
    boolean registered = members.stream().anyMatch(situation.state()::isRegistered);
    if (registered && noiommu == node.noiommu()) {
      return Finding.ALLOWED;
    }
    List<LiveDevice> unread = members.stream().filter(d -> d.driver().isUnread()).toList();
    if (!registered && !unread.isEmpty()) {
      return DriverQuestions.ask(ID, unread);
    }
    return refuse(situation, node.group(), members, registered && noiommu);
  }

  private static Finding refuse(
      Situation situation, GroupId group, List<LiveDevice> members, boolean noiommu) {
    Statement conclusion = noiommu ? new Statement.NoiommuNode(group) : new Statement.NoNode(group);
    Cause cause = new Cause(conclusion, noiommu ? List.of() : DriverFacts.of(members));
    Objection objection =
        Objection.of(ID, cause).with(Errno.ENOENT).blaming(situation.wantedDevice());
    Objection bound = noiommu ? objection : Remedies.bindToVfio(objection, situation);
    return new Finding.Forbidden(Remedies.withdraw(bound, situation));
  }
}
