package org.iommuscope.app.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A small text file of the program's own, written whole or not at all. */
record KeptText(Path file) {

  /** What stands there; nothing where there is no file yet. */
  Optional<String> read() throws IOException {
    return Files.exists(file)
        ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Answers with a sentence why where it could not. */
  Optional<String> write(String text) {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".part");
      try {
        fill(draft, text);
        Files.move(
            draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(file + " cannot be written: " + reason(failure));
    }
  }

  /** On the disk, and not in a cache that a loss of power would take. */
  private static void fill(Path draft, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  static String reason(IOException failure) {
    return failure instanceof AccessDeniedException
        ? "permission is denied"
        : String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
