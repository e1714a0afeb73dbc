package org.iommuscope.model.rules;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Statement;

/** Which physical device stands behind an mdev, as a cause: QEMU's errors never name it. */
public final class BackingCauses {

  private BackingCauses() {}

  public static Cause of(Backing.DeviceGroup backing) {
    return Cause.fact(new Statement.BackedBy(backing.mdev(), backing.device(), backing.group()));
  }

  /** The same, and why nobody sees it: the group that QEMU opens is another. */
  public static List<Cause> withOwnGroup(AttachState state, Backing.DeviceGroup backing) {
    List<Cause> causes = new ArrayList<>();
    causes.add(of(backing));
    state
        .groupOf(backing.mdev())
        .filter(own -> !own.equals(backing.group()))
        .ifPresent(own -> causes.add(Cause.fact(new Statement.VirtualGroup(own, backing.mdev()))));
    return causes;
  }
}
