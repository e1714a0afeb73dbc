package org.iommuscope.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is there whole or not at all. */
final class OutputFile {

  /** Writes a file's content. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private OutputFile() {}

  /**
   * Writes beside the target and moves; what is no regular file, a pipe say, is written at once. A
   * dash is standard output to most programs, so no file gets that name by mistake.
   */
  static void write(Path target, Content content) throws IOException {
    if (target.toString().equals("-")) {
      throw new IOException("expected the name of a file, ./- for one that is called so");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      fill(target, content);
      return;
    }
    Path folder = target.toAbsolutePath().normalize().getParent();
    Path draft = Files.createTempFile(folder, "." + target.getFileName(), ".part");
    try {
      fill(draft, content);
      sync(draft);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** What went wrong, for people. */
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "there is no such folder";
      case AccessDeniedException denied -> "permission is denied";
      default -> String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    };
  }

  /** On the disk, so that a loss of power leaves the old file or the new one. */
  private static void sync(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void fill(Path file, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      content.write(out);
    }
  }
}
