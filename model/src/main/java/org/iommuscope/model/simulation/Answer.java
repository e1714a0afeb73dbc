package org.iommuscope.model.simulation;

import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;

/** What the kernel answers to one step, and the state it leaves. */
public record Answer(AttachState after, Finding finding) {

  /** Whether the step took effect; one that waits or kills its writer does not count as refused. */
  public boolean isGranted() {
    return switch (finding) {
      case Finding.Allowed allowed -> true;
      case Finding.Unsafe unsafe -> true;
      case Finding.Forbidden forbidden -> false;
      case Finding.Waits waits -> false;
      case Finding.Kills kills -> false;
      case Finding.Undecided undecided -> false;
    };
  }

  /**
   * The answer as recordings write it: {@code OK}, an errno's name, {@code BLOCKED}, {@code
   * KILLED}, or {@code UNDECIDED}.
   */
  public String word() {
    return switch (finding) {
      case Finding.Allowed allowed -> "OK";
      case Finding.Unsafe unsafe -> "OK";
      case Finding.Forbidden(var objection) -> objection.errno().map(Errno::name).orElse("OK");
      case Finding.Waits waits -> "BLOCKED";
      case Finding.Kills kills -> "KILLED";
      case Finding.Undecided undecided -> "UNDECIDED";
    };
  }
}
