package org.iommuscope.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.app.workspace.FirstHost;

/**
 * One run of what a start of the program meets, for the launcher: the JVM keeps what it worked out
 * (its AOT cache), and later starts are quick.
 */
public final class Rehearsal {

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("rehearsal");
    try {
      perform(commands(folder));
      new ShownWindow()
          .show(started -> {
            paint(folder);
            started.closeWhenPainted();
          });
    } finally {
      clear(folder);
    }
    System.exit(ExitStatus.DONE);
  }

  private static List<List<String>> commands(Path folder) {
    return List.of(
        List.of("--help"),
        List.of("profiles"),
        List.of("inspect", "-"),
        List.of("inspect", "-", "--json"),
        render(folder, "svg"),
        render(folder, "pdf"),
        render(folder, "html"));
  }

  /** Pixels need the toolkit, which starts once in a process: the window's. */
  private static void paint(Path folder) {
    try {
      perform(List.of(render(folder, "png")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> render(Path folder, String suffix) {
    return List.of("render", "-", "-o", folder.resolve("sample." + suffix).toString());
  }

  private static void perform(List<List<String>> commands) throws IOException {
    for (List<String> command : commands) {
      try (InputStream sample = FirstHost.sample()) {
        Main.run(unheard(sample), new Display(false), command.toArray(String[]::new));
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static Terminal unheard(InputStream in) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Terminal(in, nowhere, nowhere);
  }
}
