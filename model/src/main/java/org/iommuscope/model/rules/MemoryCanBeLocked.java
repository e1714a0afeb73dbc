package org.iommuscope.model.rules;

import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.attach.ProcessFacts;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A process without CAP_IPC_LOCK maps no more than its limit of locked memory. {@code
 * vfio_pin_pages_remote}, Linux 5.10 to 6.12. With a vIOMMU nothing is mapped at start, and an mdev
 * pins pages only when its driver asks.
 */
final class MemoryCanBeLocked implements Rule {

  static final RuleId ID = new RuleId("memory-can-be-locked");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.MapMemory(Handle file))) {
      return Finding.ALLOWED;
    }
    ProcessFacts process = situation.state().process(file.guest());
    if (process.uid() == 0 || process.memlock().isEmpty() || !pins(situation, file)) {
      return Finding.ALLOWED;
    }
    Objection objection =
        Objection.of(
                ID,
                Cause.fact(new Statement.MemoryLimit(file.guest(), process.memlock().getAsLong())))
            .with(Errno.ENOMEM);
    return new Finding.Forbidden(Remedies.withdraw(objection, situation));
  }

  private static boolean pins(Situation situation, Handle file) {
    boolean translated =
        situation.wanted().filter(w -> w.guest().viommu() instanceof Viommu.Present).isPresent();
    return !translated
        && situation.container(file).stream()
            .flatMap(container -> container.groups().keys().stream())
            .anyMatch(g -> situation.state().kindOf(g) == Membership.Kind.PHYSICAL);
  }
}
