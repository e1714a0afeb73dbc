package org.iommuscope.app.housekeeping;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.api.Test;

/** Compares docs/dependencies.md with what Maven resolved for this build. */
class DependencyListTest {

  private static final Path RESOLVED = Path.of("target", "dependencies");

  private static final Set<String> MAY_BE_SHIPPED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "BSD-4-Clause",
          "EPL-2.0",
          "GPL-2.0 with the Classpath exception",
          "LGPL-2.1",
          "MIT");

  private static final String FONTS =
      """
      | Inter: Regular, Medium, SemiBold, Bold | 4.001 | OFL-1.1 |
      | JetBrains Mono: Regular, Medium, Bold | 2.242 | OFL-1.1 |
      """;

  @Test
  void the_list_is_what_the_build_resolved() throws IOException {
    Golden.at(Path.of("..", "docs", "dependencies.md"))
        .requireEqual(
            """
            # Dependencies

            Written by the build, from the poms of what it resolved; `-Dgoldens=rewrite` writes it again.
            Why each is there: [decision 10](decisions/0010-libraries.md).

            ## Shipped

            | Library | Version | Licence |
            |---|---|---|
            %s
            ## Bundled fonts

            | Font | Version | Licence |
            |---|---|---|
            %s
            Their licences lie beside them in `app/src/main/resources/org/iommuscope/app/fonts`.

            ## Used by tests alone

            | Library | Version | Licence |
            |---|---|---|
            %s\
            """
                .formatted(
                    rows("shipped.txt").collect(joining()),
                    FONTS,
                    rows("tests.txt").collect(joining())));
  }

  @Test
  void the_window_tells_the_licences_of_what_is_shipped() throws IOException {
    Golden.at(Path.of("src/main/resources/org/iommuscope/app/ui/help/licences.txt"))
        .requireEqual(rows("shipped.txt").collect(joining()) + FONTS);
  }

  @Test
  void what_is_shipped_may_be_given_away() throws IOException {
    List<String> others =
        rows("shipped.txt")
            .filter(row -> MAY_BE_SHIPPED.stream().noneMatch(row::contains))
            .toList();
    assertEquals(List.of(), others, "licences that nobody has looked at");
  }

  @Test
  void each_font_has_its_licence_beside_it() throws IOException {
    Path fonts = Path.of("src/main/resources/org/iommuscope/app/fonts");
    try (Stream<Path> files = Files.list(fonts)) {
      List<String> unlicensed =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".ttf"))
              .filter(name -> !Files.exists(fonts.resolve(licenceOf(name))))
              .toList();
      assertEquals(List.of(), unlicensed);
    }
  }

  private static String licenceOf(String font) {
    return font.substring(0, font.indexOf('-')) + "-LICENSE.txt";
  }

  /** JavaFX stands there twice, once for its platform. */
  private static Stream<String> rows(String file) throws IOException {
    return Files.readAllLines(RESOLVED.resolve(file)).stream()
        .filter(line -> line.startsWith("|"))
        .distinct()
        .sorted()
        .map(line -> line + "\n");
  }
}
