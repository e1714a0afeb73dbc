package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.GroupNode;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The node belongs to root with mode 0600 unless somebody gave it away; that is asked before any of
 * vfio's own checks.
 */
final class GroupNodeIsPermitted implements Rule {

  static final RuleId ID = new RuleId("group-node-is-permitted");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return situation.step() instanceof AttachStep.OpenGroup(Handle file, GroupNode node)
        ? NodePermission.examine(
            ID,
            situation,
            file,
            List.of(),
            (owner, user) -> new Statement.NodeOwner(node.group(), owner, user))
        : Finding.ALLOWED;
  }
}
