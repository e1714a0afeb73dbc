package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tour shows is what the program does. */
class TourTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String CAPTURE = "../captures/q35-mdev-k510-after/capture.tar.gz";
  private static final String PLAN = "../docs/pictures/hidden.json";
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");

  @TempDir private Path folder = Path.of("");

  @Test
  void the_hidden_relation_is_drawn_by_the_program() throws IOException {
    Path shown = DOCS.resolve("pictures/hidden.png");
    Path drawn = Files.createDirectories(Path.of("target/pictures")).resolve("hidden.png");
    CommandRun run =
        CommandRun.of("render", CAPTURE, PLAN, "-o", drawn.toString(), "--width", "1000");
    assertEquals(0, run.status(), run.err());
    if ("rewrite".equals(System.getProperty("goldens"))) {
      Files.copy(drawn, shown, StandardCopyOption.REPLACE_EXISTING);
    }
    assertEquals(
        -1,
        Files.mismatch(shown, drawn),
        () -> shown + " is not what the program draws; look at " + drawn.toAbsolutePath());
  }

  @Test
  void the_verdict_is_said_by_the_program() throws IOException {
    String out = CommandRun.of("validate", CAPTURE, PLAN).out();
    String said = out.substring(0, out.indexOf("\nassumed"));
    assertTrue(tour().contains(said), () -> "not in the tour:\n" + said);
  }

  @Test
  void the_tree_is_printed_by_the_program() throws IOException {
    Path noNames = Files.createFile(folder.resolve("pci.ids"));
    String printed =
        CommandRun.of("inspect", CAPTURE, "--width", "100", "--pci-ids", noNames.toString()).out();
    String tree = printed.substring(0, printed.indexOf("\n\nGroups of several"));
    assertTrue(tour().contains(tree), () -> "not in the tour:\n" + tree);
  }

  @Test
  void every_picture_is_there_and_is_a_story_or_drawn_above() throws IOException {
    List<String> pictures = PICTURE.matcher(tour()).results().map(match -> match.group(1)).toList();
    assertEquals(5, pictures.size());
    for (String picture : pictures) {
      assertTrue(Files.exists(DOCS.resolve(picture)), picture);
      assertTrue(
          picture.startsWith("../app/src/test/resources/stories/")
              || picture.equals("pictures/hidden.png"),
          picture);
    }
  }

  private static String tour() throws IOException {
    return Files.readString(DOCS.resolve("tour.md"));
  }
}
