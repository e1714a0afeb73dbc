package org.iommuscope.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stored text that a test's output must equal.
 *
 * <p>With {@code -Dgoldens=rewrite} the output becomes the stored text, for a person to read in the
 * diff. On a mismatch the output is left as {@code target/goldens/…actual.txt}.
 */
public record Golden(Path stored, boolean isRewritten) {

  /** The golden in this file, rewritten where the build was asked to. */
  public static Golden at(Path stored) {
    return new Golden(stored, "rewrite".equals(System.getProperty("goldens")));
  }

  /** Fails unless {@code actual} is what is stored. */
  public void requireEqual(String actual) {
    try {
      if (isRewritten) {
        write(stored, actual);
      } else if (!Files.exists(stored) || !Files.readString(stored).equals(actual)) {
        throw mismatch(actual);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AssertionError mismatch(String actual) throws IOException {
    Path left = Path.of("target", "goldens").resolve(nameOfActual());
    write(left, actual);
    return new AssertionError(
        "%s %s; the output is in %s.%nLook at both, then accept it with -Dgoldens=rewrite"
            .formatted(
                stored,
                Files.exists(stored) ? "differs from the output" : "does not exist",
                left.toAbsolutePath()));
  }

  private String nameOfActual() {
    Path folder = stored.toAbsolutePath().normalize().getParent();
    String machine = folder == null ? "" : folder.getFileName() + "-";
    String name = stored.getFileName().toString();
    return machine + name.replaceFirst("(\\.\\w+)?$", "") + ".actual.txt";
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
