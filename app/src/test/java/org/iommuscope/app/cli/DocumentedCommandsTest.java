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
 * What a page of the rules shows below a command is what the command prints; a line with three dots
 * stands for lines that the page leaves out.
 */
class DocumentedCommandsTest {

  private static final Path PAGE = Path.of("..", "docs", "rules", "the-hidden-group.md");
  private static final Pattern BLOCK =
      Pattern.compile("```\\n\\$ \\./iommuscope ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_hidden_group_shows_what_the_program_says() throws IOException {
    List<String> wrong = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
    int shown = 0;
    while (blocks.find()) {
      shown++;
      String printed = run(blocks.group(1));
      if (!pattern(blocks.group(2)).matcher(printed).matches()) {
        wrong.add(blocks.group() + "\nbut the command prints\n" + printed);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(shown >= 9, "only " + shown + " commands");
  }

  private static String run(String arguments) {
    List<String> words =
        Stream.of(arguments.split(" "))
            .map(word -> word.startsWith("captures/") ? "../" + word : word)
            .collect(Collectors.toCollection(ArrayList::new));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    assertEquals("", run.err(), arguments);
    return run.out();
  }

  private static Pattern pattern(String shown) {
    return Pattern.compile(
        shown
            .lines()
            .map(line -> line.equals("…") ? "(?:[^\\n]*\\n)+" : Pattern.quote(line) + "\\n")
            .collect(Collectors.joining()));
  }
}
