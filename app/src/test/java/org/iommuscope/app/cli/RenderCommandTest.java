package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderCommandTest {

  private static final String CAPTURE =
      Path.of("..", "captures", "q35-desktop-k61", "capture.tar.gz").toString();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {"host.svg", "host.png", "host.pdf", "host.html", "host.dot", "host.graphml"})
  void draws_in_the_format_of_the_suffix_and_prints_nothing(String name) {
    assertEquals(new CommandRun(0, "", ""), render(name));
    assertTrue(Files.exists(folder.resolve(name)));
  }

  @Test
  void draws_the_same_bytes_each_time() throws IOException {
    render("one.svg", "--theme", "dark", "--unfold");
    render("two.svg", "--theme", "dark", "--unfold");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("one.svg")),
        Files.readAllBytes(folder.resolve("two.svg")));
  }

  @Test
  void shows_the_guests_of_a_plan_and_what_becomes_of_them() throws IOException {
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {"format": "iommuscope-plan/1",
         "guests": [{"name": "web", "devices": [{"host": "0000:01:00.0"}]}]}
        """);

    CommandRun run =
        CommandRun.of(
            "render", CAPTURE, plan.toString(), "-o", folder.resolve("plan.svg").toString());

    assertEquals(new CommandRun(0, "", ""), run);
    String svg = Files.readString(folder.resolve("plan.svg"));
    assertTrue(svg.contains(">web</text>"));
    assertTrue(svg.contains("guest web ✗"), "bound to the host's driver, so refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host.bmp",
        "host.txt",
        "no/such/folder/host.svg",
        "host.svg --width 0",
        "host.svg --height -1",
        "host.svg --scale NaN",
        "host.svg --scale 0",
        "host.png --scale 100",
        "host.svg --theme pink"
      })
  void refuses_in_one_sentence_and_leaves_no_file_behind(String words) throws IOException {
    String[] line = words.split(" ", 2);
    CommandRun run = line.length == 1 ? render(line[0]) : render(line[0], line[1].split(" "));

    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void refuses_a_plan_that_cannot_be_read() {
    CommandRun run =
        CommandRun.of(
            "render", CAPTURE, folder.resolve("none.json").toString(), "-o", "unwritten.svg");
    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  private CommandRun render(String name, String... options) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("render", CAPTURE, "-o", folder.resolve(name).toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }
}
