package org.iommuscope.model.simulation;

import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Finding;

/**
 * How QEMU's attempt to get one device ended.
 *
 * @param state what it leaves; what was before where it failed
 * @param at where it failed
 * @param finding why; allowed, or unsafe, where it got the device
 * @param reused whether QEMU held the group already
 * @param group the group that it opened, or would have
 */
public record Attempt(
    AttachState state,
    QemuProcess process,
    GuestDevice given,
    Optional<At> at,
    Finding finding,
    boolean reused,
    Optional<GroupId> group) {

  public boolean succeeded() {
    return at.isEmpty();
  }

  /** The error line of the plan's QEMU, without program and option, as QMP tells it. */
  public Optional<String> message(Circumstances circumstances) {
    return at.flatMap(where -> new QemuWording(circumstances.hasModernQemu()).line(this, where));
  }

  /** The same as a QEMU of some version says it. */
  public Optional<String> message(String qemuVersion) {
    return at.flatMap(where -> QemuWording.of(qemuVersion).line(this, where));
  }

  /** The line that QEMU adds for some errors. */
  public Optional<String> hint() {
    return at.flatMap(where -> QemuWording.hint(this, where));
  }
}
