package org.iommuscope.app.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * One run of what a start of the program meets, for the launcher: the JVM keeps what it worked out
 * (its AOT cache), and later starts are quick.
 */
public final class Rehearsal {

  private static final List<List<String>> COMMANDS = List.of(List.of("--help"));

  private Rehearsal() {}

  public static void main(String[] arguments) {
    for (List<String> command : COMMANDS) {
      Main.run(unheard(), new Display(false), command.toArray(String[]::new));
    }
    System.exit(ExitStatus.DONE);
  }

  private static Terminal unheard() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Terminal(InputStream.nullInputStream(), nowhere, nowhere);
  }
}
