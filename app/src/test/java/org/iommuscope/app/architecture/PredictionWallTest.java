package org.iommuscope.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iommuscope.app.prediction.StepInputs;
import org.junit.jupiter.api.Test;

/** A prediction that has seen the answer is none. */
class PredictionWallTest {

  @Test
  void a_predictor_does_not_see_recordings() {
    noClasses()
        .that()
        .resideInAPackage("org.iommuscope.app.prediction..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.iommuscope.app.replay..", "org.iommuscope.app.files..", "org.iommuscope.app.cli..")
        .because(
            "errno, detail, log and stderr of a step stand there, and they are what it predicts")
        .check(Product.CLASSES);
  }

  @Test
  void the_inputs_of_a_step_have_no_outcome_in_them() {
    Set<String> parts = new TreeSet<>();
    Arrays.stream(StepInputs.class.getRecordComponents())
        .forEach(part -> parts.add(part.getName()));

    assertEquals(new TreeSet<>(List.of("vm", "op", "target", "arguments", "qemu")), parts);
  }
}
