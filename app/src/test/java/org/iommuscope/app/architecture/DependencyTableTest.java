package org.iommuscope.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;

/** Which dependency may live where: one test for each row of the table in docs/architecture.md. */
class DependencyTableTest {

  private static final DescribedPredicate<JavaClass> PNG_EXPORT =
      resideInAnyPackage("org.iommuscope.app.export..")
          .and(simpleNameStartingWith("Png"))
          .as("the PNG export");

  private static final String[] PROPERTIES = {
    "javafx.beans..", "javafx.collections..", "javafx.event..", "javafx.util.."
  };

  @Test
  void the_model_depends_on_nothing() {
    check(
        classes()
            .that()
            .resideInAPackage("org.iommuscope.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.iommuscope.model..",
                "java.lang..",
                "java.util..",
                "java.time..",
                "java.math..",
                "java.nio.charset..",
                "org.jspecify..",
                // Walled off further by jgrapht_stays_with_graphs.
                "org.jgrapht..",
                // Walled off further by the_solver_stays_with_planning.
                "org.chocosolver..")
            .because("a verdict follows from its host and plan alone, without files or a screen"));
  }

  @Test
  void the_solver_stays_with_planning() {
    check(
        only("org.iommuscope.model.planning..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.chocosolver..")
            .because("rules are judged, never solved"));
  }

  @Test
  void archive_formats_stay_with_captures() {
    check(
        only("org.iommuscope.imports.capture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.commons.compress..", "org.tukaani.xz..", "com.github.luben.zstd..")
            .because("a reader sees a tree of files and not how it is packed"));
  }

  @Test
  void jgrapht_stays_with_graphs() {
    check(
        only(
                "org.iommuscope.model.planning..",
                "org.iommuscope.app.graph..",
                "org.iommuscope.app.layout..",
                "org.iommuscope.app.export..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jgrapht..")
            .because("it serves the picture and the search, and appears in no signature besides"));
  }

  @Test
  void properties_stay_with_the_workspace_and_the_window() {
    check(
        onlyOrPng("org.iommuscope.app.workspace..", "org.iommuscope.app.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROPERTIES)
            .because("what is watched is the session, and nothing below it changes"));
  }

  @Test
  void json_stays_with_files() {
    check(
        only("org.iommuscope.imports..", "org.iommuscope.app.files..", "org.iommuscope.app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
            .because("other code handles plans and verdicts, not their spelling"));
  }

  @Test
  void yaml_stays_with_markup() {
    check(
        only("org.iommuscope.imports.markup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..")
            .because("other code handles guests and devices, not their spelling"));
  }

  @Test
  void picocli_stays_with_the_command_line() {
    check(
        only("org.iommuscope.app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("the window and the tests ask the same questions without arguments"));
  }

  @Test
  void pdf_stays_with_exports() {
    check(
        only("org.iommuscope.app.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "de.rototor..")
            .because("a format of pictures is one fold over the drawing"));
  }

  @Test
  void the_theme_stays_with_the_window() {
    check(
        only("org.iommuscope.app.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("atlantafx..", "org.kordamp..")
            .because("a drawing speaks of roles, and the window gives them colours"));
  }

  @Test
  void javafx_stays_with_the_window_and_the_png_export() {
    check(
        onlyOrPng("org.iommuscope.app.ui..", "org.iommuscope.app.canvas..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "javafx..", "com.sun.javafx..", "org.controlsfx..", "impl.org.controlsfx..")
                    .and(DescribedPredicate.not(resideInAnyPackage(PROPERTIES))))
            .because("everything else runs and is tested without a toolkit"));
  }

  @Test
  void view_models_know_properties_and_collections_only() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                    .and(
                        DescribedPredicate.not(
                            resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
            .because("their tests start no toolkit"));
  }

  @Test
  void logging_stays_at_the_edge() {
    check(
        only("org.iommuscope.app.ui..", "org.iommuscope.app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(System.Logger.class)
            .because("a failure is a value until it reaches somebody who can read it, once"));
  }

  @Test
  void test_libraries_stay_with_tests() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.junit..",
                "org.testfx..",
                "com.tngtech..",
                "org.hamcrest..",
                "org.openjdk.jmh..")
            .because("what is shipped does not test itself"));
  }

  @Test
  void no_window_toolkit_but_javafx() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..")
            .because("a second toolkit costs a second to start, and draws other pixels"));
  }

  private static GivenClassesConjunction only(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages);
  }

  private static GivenClassesConjunction onlyOrPng(String... packages) {
    return only(packages).and(DescribedPredicate.not(PNG_EXPORT));
  }

  private static void check(ArchRule rule) {
    rule.check(Product.CLASSES);
  }
}
