package org.iommuscope.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package sees only those before it. */
class PackageOrderTest {

  private static final List<String> MODEL =
      List.of(
          "topology",
          "config",
          "grouping",
          "plan",
          "whatif",
          "attach",
          "impact",
          "verdict",
          "rules",
          "simulation",
          "planning",
          "diff");

  private static final List<String> PICTURE =
      List.of(
          "files",
          "graph",
          "layout",
          "drawing",
          "canvas",
          "export",
          "definitions",
          "workspace",
          "ui",
          "cli");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topology",
        "config",
        "grouping",
        "plan",
        "whatif",
        "attach",
        "impact",
        "verdict",
        "rules",
        "simulation",
        "diff"
      })
  void a_part_of_the_model_sees_only_those_before_it(String part) {
    seesNoneAfterIt("org.iommuscope.model.", part, MODEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "files",
        "graph",
        "layout",
        "drawing",
        "canvas",
        "export",
        "definitions",
        "workspace",
        "ui"
      })
  void a_step_to_the_picture_sees_only_those_before_it(String step) {
    seesNoneAfterIt("org.iommuscope.app.", step, PICTURE);
  }

  @Test
  void captures_are_opened_by_the_workspace_and_the_command_line() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.iommuscope.imports..",
            "org.iommuscope.app.workspace..",
            "org.iommuscope.app.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.iommuscope.imports..")
        .because("the picture and the window show a host, wherever it was read")
        .check(Product.CLASSES);
  }

  @Test
  void readers_do_not_know_the_program_that_calls_them() {
    noClasses()
        .that()
        .resideInAnyPackage("org.iommuscope.imports..", "org.iommuscope.model..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.iommuscope.app..")
        .because("modules depend one way: model, topology-import, app")
        .check(Product.CLASSES);
  }

  @Test
  void packages_form_no_cycle() {
    slices()
        .matching("org.iommuscope.(**)")
        .should()
        .beFreeOfCycles()
        .because("what goes round in a circle can only be read as a whole")
        .check(Product.CLASSES);
  }

  @Test
  void captures_are_only_read() {
    noClasses()
        .that()
        .resideInAPackage("org.iommuscope.imports..")
        .should()
        .callMethodWhere(WritingToFiles.IS_A_CALL_THAT_WRITES)
        .because("the program looks at a host and never changes it")
        .check(Product.CLASSES);
  }

  private static void seesNoneAfterIt(String root, String part, List<String> order) {
    String[] later =
        order.subList(order.indexOf(part) + 1, order.size()).stream()
            .map(name -> root + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that(JavaClass.Predicates.resideInAPackage(root + part + ".."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later)
        .because("the order is " + String.join(" ← ", order))
        .check(Product.CLASSES);
  }
}
