package org.iommuscope.model.rules;

import java.util.List;
import java.util.Set;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The iommufd backend is not modelled yet; a device that QEMU is told to take through one stays
 * undecided.
 */
final class BackendIsModelled implements Rule {

  static final RuleId ID = new RuleId("backend-is-modelled");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return situation.step() instanceof AttachStep.ParseOptions(Set<String> properties)
            && properties.contains("iommufd")
        ? new Finding.Undecided(
            ID, List.of(Cause.fact(new Statement.NotModelled("the iommufd backend"))))
        : Finding.ALLOWED;
  }
}
