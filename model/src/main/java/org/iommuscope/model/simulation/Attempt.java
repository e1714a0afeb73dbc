package org.iommuscope.model.simulation;

import java.util.Optional;
import java.util.OptionalInt;
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
 * @param table the page table that it was refused, by the number that its iommufd gave it
 */
public record Attempt(
    AttachState state,
    QemuProcess process,
    GuestDevice given,
    Optional<At> at,
    Finding finding,
    boolean reused,
    Optional<GroupId> group,
    OptionalInt table) {

  /** QEMU got the device. */
  static Attempt done(
      Realization realization, QemuProcess process, boolean reused, Optional<GroupId> group) {
    return new Attempt(
        realization.state(),
        process,
        realization.given(),
        Optional.empty(),
        realization.finding(),
        reused,
        group,
        OptionalInt.empty());
  }

  /** QEMU stopped, and closed whatever it had opened. */
  static Attempt stopped(AttachState before, Realization realization) {
    return new Attempt(
        before,
        realization.idle(),
        realization.given(),
        realization.failedAt(),
        realization.finding(),
        false,
        Optional.empty(),
        OptionalInt.empty());
  }

  Attempt of(Optional<GroupId> concerned, boolean held) {
    return new Attempt(state, process, given, at, finding, held, concerned, table);
  }

  Attempt refused(OptionalInt number) {
    return new Attempt(state, process, given, at, finding, reused, group, number);
  }

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
