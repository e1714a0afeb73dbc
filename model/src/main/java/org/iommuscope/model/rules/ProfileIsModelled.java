package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/** Some of what a profile's kernels do is not modelled yet; such a step stays undecided. */
final class ProfileIsModelled implements Rule {

  static final RuleId ID = new RuleId("profile-is-modelled");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    return new Finding.Undecided(
        ID, List.of(Cause.fact(new Statement.NotModelled("this rule profile"))));
  }
}
