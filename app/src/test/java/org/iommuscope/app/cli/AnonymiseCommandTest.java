package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
