package org.iommuscope.model.rules;

import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Statement;

/** Which physical device stands behind an mdev, as a cause: QEMU's errors never name it. */
public final class BackingCauses {

  private BackingCauses() {}

  public static Cause of(Backing.DeviceGroup backing) {
    return Cause.fact(new Statement.BackedBy(backing.mdev(), backing.device(), backing.group()));
  }
}
