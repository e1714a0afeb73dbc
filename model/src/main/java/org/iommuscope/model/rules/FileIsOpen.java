package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A call on a file descriptor that the process does not have open fails before any driver sees it.
 * Any kernel, {@code fdget}.
 */
final class FileIsOpen implements Rule {

  static final RuleId ID = new RuleId("file-is-open");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return switch (situation.step()) {
      case AttachStep.SetContainer(Handle file, Handle into) -> examine(situation, file, into);
      case AttachStep.OnFile on -> examine(situation, on.file(), on.file());
      default -> Finding.ALLOWED;
    };
  }

  private static Finding examine(Situation situation, Handle first, Handle second) {
    return isOpen(situation, first) && isOpen(situation, second)
        ? Finding.ALLOWED
        : new Finding.Forbidden(
            Objection.of(ID, Cause.fact(new Statement.FileNotOpen(first.name())))
                .with(Errno.EBADF));
  }

  private static boolean isOpen(Situation situation, Handle file) {
    return situation.state().file(file).isPresent();
  }
}
