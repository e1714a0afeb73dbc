package org.iommuscope.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iommuscope.app.ui.window.WindowProgram;
import org.iommuscope.app.workspace.FirstHost;

/**
 * One run of what a start of the program meets, for the launcher: the JVM keeps what it worked out
 * (its AOT cache), and later starts are quick.
 */
public final class Rehearsal {

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Path picture = Files.createTempFile("rehearsal", ".svg");
    try {
      for (List<String> command : commands(picture)) {
        try (InputStream sample = FirstHost.sample()) {
          Main.run(unheard(sample), new Display(false), command.toArray(String[]::new));
        }
      }
    } finally {
      Files.deleteIfExists(picture);
    }
    new ShownWindow().show(WindowProgram.Started::closeWhenPainted);
    System.exit(ExitStatus.DONE);
  }

  private static List<List<String>> commands(Path picture) {
    return List.of(
        List.of("--help"),
        List.of("profiles"),
        List.of("inspect", "-"),
        List.of("inspect", "-", "--json"),
        List.of("render", "-", "-o", picture.toString()));
  }

  private static Terminal unheard(InputStream in) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Terminal(in, nowhere, nowhere);
  }
}
