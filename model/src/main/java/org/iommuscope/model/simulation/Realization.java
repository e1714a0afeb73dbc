package org.iommuscope.model.simulation;

import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.rules.Wanted;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Finding;

/**
 * QEMU while it realizes one device: what the kernel has granted so far, and where it stopped. An
 * object serves one attempt and is thrown away.
 */
final class Realization {

  private final Kernel kernel;
  private final QemuProcess idle;
  private final Wanted wanted;
  private AttachState state;
  private Optional<At> failedAt = Optional.empty();
  private Finding finding = Finding.ALLOWED;

  Realization(Kernel kernel, AttachState before, QemuProcess idle, GuestDevice given) {
    this.kernel = kernel;
    this.idle = idle;
    this.wanted = new Wanted(idle.guest(), given);
    this.state = before;
  }

  AttachState state() {
    return state;
  }

  Optional<At> failedAt() {
    return failedAt;
  }

  Finding finding() {
    return finding;
  }

  GuestDevice given() {
    return wanted.given();
  }

  GuestName guest() {
    return idle.guest().name();
  }

  /** QEMU as it was before. */
  QemuProcess idle() {
    return idle;
  }

  Handle file(String kind) {
    return idle.file(kind);
  }

  /** Takes a step, or stops there. */
  boolean takes(At where, AttachStep step) {
    Answer answer = ask(step);
    if (!answer.isGranted()) {
      return fail(where, answer.finding());
    }
    accept(answer);
    return true;
  }

  /** What the kernel would answer, with nothing changed yet. */
  Answer ask(AttachStep step) {
    return kernel.take(state, step, Optional.of(wanted));
  }

  void accept(Answer answer) {
    state = answer.after();
    if (answer.finding() instanceof Finding.Unsafe) {
      finding = answer.finding();
    }
  }

  boolean fail(At where, Finding why) {
    failedAt = Optional.of(where);
    finding = why;
    return false;
  }
}
