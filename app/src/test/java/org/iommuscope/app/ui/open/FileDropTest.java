package org.iommuscope.app.ui.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iommuscope.testing.InstalledProgram;
import org.junit.jupiter.api.Test;

/** Files that a file manager drags onto the window, under a real window system. */
class FileDropTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path FIRST = Path.of("lspci.txt").toAbsolutePath();
  private static final Path SECOND = Path.of("dmesg.txt").toAbsolutePath();

  @Test
  void files_that_are_let_go_over_the_window_are_opened_together()
      throws IOException, InterruptedException {
    assertEquals(List.of(FIRST.toString(), SECOND.toString(), "COPY"), dropped(FIRST, SECOND));
  }

  private static List<String> dropped(Path... files) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                InstalledProgram.named("xvfb-run").path().toString(),
                "--auto-servernum",
                JAVA.toString(),
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DroppedFiles.class.getName()));
    for (Path file : files) {
      command.add(file.toString());
    }
    Process running =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, running.waitFor(), out);
    return out.lines().toList();
  }
}
