package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Who may open a node of vfio's: root, and the user to whom it was given; mode 0600, asked before
 * any of vfio's own checks.
 */
final class NodePermission {

  private NodePermission() {}

  /** What is said when the user of a process is not the owner of the node. */
  @FunctionalInterface
  interface Owned {
    Statement by(int owner, int user);
  }

  static Finding examine(
      RuleId rule, Situation situation, Handle file, List<DeviceRef> culprits, Owned owned) {
    int user = situation.state().process(file.guest()).uid();
    int owner = situation.state().nodeOwner();
    if (user == 0 || user == owner) {
      return Finding.ALLOWED;
    }
    Objection objection =
        Objection.of(rule, Cause.fact(owned.by(owner, user))).with(Errno.EACCES).blaming(culprits);
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }
}
