package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymiseCommandTest {

  private static final Path MACHINE = Path.of("..", "captures", "q35-qemu-k61", "capture.tar.gz");

  @TempDir Path folder;

  @Test
  void what_it_writes_is_the_same_host_with_every_fact() throws IOException {
    Path result = folder.resolve("public.tar.gz");

    CommandRun run = CommandRun.of("anonymise", MACHINE.toString(), "-o", result.toString());

    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(facts(MACHINE), facts(result));
  }

  @Test
  void shows_each_value_that_it_replaces_and_what_it_leaves_out() throws IOException {
    CommandRun run = CommandRun.of("anonymise", MACHINE.toString(), "--preview");

    assertTrue(
        run.out()
            .contains(
                "PCI serial number 52-54-00-ff-ff-12-34-56                  →"
                    + " 00-00-00-00-00-00-00-00"),
        run.out());
    assertTrue(run.out().contains("left out, for no fact is read from them: "), run.out());
    try (var written = Files.list(folder)) {
      assertEquals(0, written.count());
    }
  }

  @Test
  void leaves_none_of_them_in_what_it_writes() throws IOException {
    Path result = folder.resolve("public.tar.gz");
    CommandRun.of("anonymise", MACHINE.toString(), "-o", result.toString());

    CommandRun again = CommandRun.of("anonymise", result.toString(), "--preview");

    assertEquals("nothing to replace was found\n", again.out());
  }

  @Test
  void writes_the_same_bytes_each_time() throws IOException {
    Path one = folder.resolve("one.tar.gz");
    Path two = folder.resolve("two.tar.gz");
    CommandRun.of("anonymise", MACHINE.toString(), "-o", one.toString());
    CommandRun.of("anonymise", MACHINE.toString(), "-o", two.toString());

    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
  }

  @Test
  void a_text_stays_a_text() throws IOException {
    Path text = folder.resolve("pasted.txt");
    Files.writeString(text, "alice@tower:~$ lspci\r\n01:00.0 VGA of tower\r\n");
    Path result = folder.resolve("public.txt");

    CommandRun run = CommandRun.of("anonymise", text.toString(), "-o", result.toString());

    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals("user1@host1:~$ lspci\r\n01:00.0 VGA of host1\r\n", Files.readString(result));
  }

  @Test
  void reads_and_writes_streams() throws IOException {
    byte[] archive = Files.readAllBytes(MACHINE);
    Path result = folder.resolve("public.tar.gz");
    CommandRun file = CommandRun.of("anonymise", MACHINE.toString(), "-o", result.toString());
    CommandRun streamed = CommandRun.with(archive, new Display(false), "anonymise", "-", "-o", "-");
    CommandRun text =
        CommandRun.with(
            "alice@tower:~$ lspci\n".getBytes(StandardCharsets.UTF_16),
            new Display(false),
            "anonymise",
            "-",
            "-o",
            "-");

    assertEquals(file.out(), streamed.err());
    assertEquals(ExitStatus.DONE, streamed.status());
    assertEquals("user1@host1:~$ lspci\n", text.out());
  }

  @Test
  void takes_larger_archives_where_it_is_told_to() {
    CommandRun run =
        CommandRun.of("anonymise", MACHINE.toString(), "--preview", "--archive-limit", "2000");

    assertEquals("iommuscope: --archive-limit: found 2000, expected 1 to 1000\n", run.err());
    for (String command : List.of("inspect", "validate", "render", "repair", "fill", "why")) {
      assertTrue(CommandRun.of(command, "--help").out().contains("--archive-limit"), command);
    }
    for (String command : List.of("open", "diff", "anonymise", "import-plan")) {
      assertTrue(CommandRun.of(command, "--help").out().contains("--archive-limit"), command);
    }
  }

  @Test
  void refuses_this_host_and_what_is_no_capture() throws IOException {
    assertEquals(
        "iommuscope: / is this host; expected a capture of it, which iommuscope capture takes\n",
        CommandRun.of("anonymise", "/", "--preview").err());
    Path noise = Files.write(folder.resolve("noise"), new byte[] {0, (byte) 0xff, 1});
    CommandRun run = CommandRun.of("anonymise", noise.toString(), "--preview");
    assertEquals(ExitStatus.UNUSABLE, run.status());
    assertTrue(run.err().startsWith("iommuscope: " + noise + " holds neither"), run.err());
  }

  private static String facts(Path archive) {
    String json = CommandRun.of("inspect", archive.toString(), "--json").out();
    return json.substring(json.indexOf("\"groups\""));
  }
}
