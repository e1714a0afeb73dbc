package org.iommuscope.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.function.Predicate.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How we write Java, as far as a machine can tell. */
class HouseStyleTest {

  private static final int LONGEST_FILE = 400;

  @Test
  void files_are_of_one_idea() throws IOException {
    List<String> tooLong =
        sources().filter(file -> lines(file).size() > LONGEST_FILE).map(Path::toString).toList();
    assertEquals(List.of(), tooLong, "longer than " + LONGEST_FILE + " lines");
  }

  @Test
  void every_package_is_null_marked_and_says_what_it_is() throws IOException {
    List<Path> unsaid =
        sources()
            .filter(file -> !file.endsWith("module-info.java"))
            .map(Path::getParent)
            .distinct()
            .filter(not(HouseStyleTest::isDescribed))
            .toList();
    assertEquals(List.of(), unsaid, "packages without a package-info.java of the house's form");
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base|Info)")
        .because("such a word fits every class and so describes none")
        .check(Product.CLASSES);
  }

  @Test
  void nothing_static_changes() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("main wires the objects by hand, and a test may do so again")
        .check(Product.CLASSES);
  }

  @Test
  void nothing_is_reflected() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .because("what the compiler sees, it checks")
        .check(Product.CLASSES);
  }

  /** The tests of a package are in that package, so its own description serves for them. */
  private static boolean isDescribed(Path folder) {
    String own = folder.toString();
    return Stream.of(own, own.replace("src/test/java", "src/main/java"))
        .map(place -> Path.of(place, "package-info.java"))
        .filter(Files::exists)
        .map(HouseStyleTest::lines)
        .anyMatch(lines -> lines.getFirst().startsWith("/**") && lines.contains("@NullMarked"));
  }

  private static Stream<Path> sources() throws IOException {
    return Stream.of("model", "topology-import", "app")
        .map(module -> Path.of("..", module, "src"))
        .flatMap(HouseStyleTest::filesUnder)
        .filter(file -> file.toString().endsWith(".java"));
  }

  private static Stream<Path> filesUnder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
