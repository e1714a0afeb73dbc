package org.iommuscope.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the files that a command line names. */
final class InputFile {

  /** No plan or recording comes near this size; a device that never ends does. */
  private static final int LARGEST = 256 << 20;

  private InputFile() {}

  static byte[] read(String name, Terminal terminal) throws CommandFailure {
    try {
      if (name.equals("-")) {
        return bounded("standard input", terminal.in());
      }
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new CommandFailure(name + ": found a folder, expected a file");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return bounded(name, in);
      }
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new CommandFailure(name + ": there is no such file");
    } catch (IOException unreadable) {
      throw new CommandFailure(name + ": cannot be read, " + reason(unreadable));
    }
  }

  private static byte[] bounded(String name, InputStream in) throws IOException, CommandFailure {
    byte[] content = in.readNBytes(LARGEST + 1);
    if (content.length > LARGEST) {
      throw new CommandFailure(
          name + ": found more than " + (LARGEST >> 20) + " MiB, expected a smaller file");
    }
    return content;
  }

  private static String reason(IOException unreadable) {
    return unreadable instanceof AccessDeniedException
        ? "permission is denied"
        : String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
  }
}
