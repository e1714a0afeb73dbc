package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a page shows below a command is what the command prints; a line with three dots stands for
 * lines that the page leaves out.
 */
class DocumentedCommandsTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern BLOCK =
      Pattern.compile("```\\n\\$ \\./iommuscope ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_hidden_group_shows_what_the_program_says() throws IOException {
    requireTrue(DOCS.resolve(Path.of("rules", "the-hidden-group.md")), 9);
  }

  @Test
  void exports_are_shown_as_they_are_written() throws IOException {
    requireTrue(DOCS.resolve("export.md"), 5);
  }

  @Test
  void pipelines_are_told_what_the_program_says() throws IOException {
    Files.createDirectories(Path.of("target"));
    requireTrue(DOCS.resolve("pipelines.md"), 2);
  }

  private static void requireTrue(Path page, int commands) throws IOException {
    List<String> wrong = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(page));
    int shown = 0;
    while (blocks.find()) {
      shown++;
      String printed = run(blocks.group(1));
      if (!pattern(blocks.group(2)).matcher(printed).matches()) {
        wrong.add(blocks.group() + "\nbut the command prints\n" + printed);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(shown >= commands, "only " + shown + " commands");
  }

  private static String run(String arguments) {
    List<String> words =
        Stream.of(arguments.split(" "))
            .map(word -> word.startsWith("captures/") ? "../" + word : word)
            .collect(Collectors.toCollection(ArrayList::new));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    assertEquals(List.of(), complaints(run), arguments);
    return run.out() + run.err();
  }

  /** What an export cannot say is shown on the page; nothing else may be said there. */
  private static List<String> complaints(CommandRun run) {
    return run.err().lines().filter(line -> !line.startsWith("iommuscope: not said to")).toList();
  }

  private static Pattern pattern(String shown) {
    return Pattern.compile(
        shown
            .lines()
            .map(line -> line.equals("…") ? "(?:[^\\n]*\\n)+" : Pattern.quote(line) + "\\n")
            .collect(Collectors.joining()));
  }
}
