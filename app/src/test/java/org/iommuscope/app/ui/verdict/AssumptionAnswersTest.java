package org.iommuscope.app.ui.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said to each assumption that a verdict may make. */
class AssumptionAnswersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel",
        "qemu",
        "managementLayer",
        "interruptRemapping",
        "allowUnsafeInterrupts",
        "enableSriov",
        "noiommu",
        "hasDefaultDomain",
        "auxSupported",
        "mdevBacking",
        "backingViability",
        "detachAsPosted",
        "inheritStrict"
      })
  void every_assumption_can_be_confirmed_or_denied(String key) {
    List<Trouble.Remedy> answers = new AssumptionAnswers(Environment.DEFAULTS).to(key);
    assertTrue(answers.size() > 1, key);
    for (Trouble.Remedy answer : answers) {
      Environment told = answer.edit().applyTo(AssignmentPlan.EMPTY).environment();
      assertNotEquals(Environment.DEFAULTS, told, answer.text());
      assertEquals(new Intent.Settle(told), answer.edit());
    }
  }
}
