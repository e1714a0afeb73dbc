package org.iommuscope.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One run of the program inside the test's process: what it said and how it ended. */
record CommandRun(int status, String out, String err) {

  static CommandRun of(String... arguments) {
    return with(new byte[0], new Display(false), arguments);
  }

  static CommandRun with(byte[] input, Display display, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new ByteArrayInputStream(input), utf8(out), utf8(err));
    int status = Main.run(terminal, display, arguments);
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A terminal that nobody reads. */
  static Terminal unheard() {
    PrintStream nowhere = utf8(new ByteArrayOutputStream());
    return new Terminal(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
  }

  private static PrintStream utf8(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
