package org.iommuscope.model.verdict;

import java.util.List;

/** One rule's answer at one step. */
public sealed interface Finding {

  Finding ALLOWED = new Allowed();

  /** Nothing stands against it. */
  record Allowed() implements Finding {}

  /** The step fails; an objection without errno is one of QEMU's own. */
  record Forbidden(Objection objection) implements Finding {}

  /** The step waits until somebody lets go. */
  record Waits(Objection objection) implements Finding {}

  /** The kernel hits a bug: the writer dies and the step takes effect all the same. */
  record Kills(Objection objection) implements Finding {}

  /** The kernel says yes, and isolation is broken. */
  record Unsafe(Objection objection) implements Finding {}

  /** Facts are missing; each cause names one as a question. */
  record Undecided(RuleId rule, List<Cause> questions) implements Finding {
    public Undecided {
      questions = List.copyOf(questions);
    }
  }
}
