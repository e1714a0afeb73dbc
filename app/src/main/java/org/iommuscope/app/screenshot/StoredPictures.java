package org.iommuscope.app.screenshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of pictures that tests compare with.
 *
 * <p>A picture that differs, or that nobody has stored, fails the test and leaves two files under
 * {@code target/pictures}: what was seen, and where it differs. Run with {@code -Dgoldens=rewrite},
 * the tests store what they see; look at it before you keep it.
 *
 * @param folder where the stored pictures are
 * @param left where what was seen is left on a mismatch
 * @param accepting whether what is seen becomes what is stored
 */
public record StoredPictures(Path folder, Path left, boolean accepting) {

  /** The pictures of a folder of the project whose tests run. */
  public static StoredPictures in(Path folder) {
    return new StoredPictures(
        folder, Path.of("target", "pictures"), "rewrite".equals(System.getProperty("goldens")));
  }

  /**
   * Fails unless a picture is the stored one, pixel by pixel.
   *
   * @param name of the stored picture, without its suffix
   * @throws AssertionError that says where to look and how to accept
   */
  public void requireSame(String name, Pixels seen) {
    Path stored = folder.resolve(name + ".png");
    try {
      if (Files.exists(stored) && Pixels.ofPng(Files.readAllBytes(stored)).equals(seen)) {
        return;
      }
      if (!accepting) {
        throw mismatch(stored, name, seen);
      }
      write(stored, seen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AssertionError mismatch(Path stored, String name, Pixels seen) throws IOException {
    Path actual = left.resolve(name + ".actual.png");
    write(actual, seen);
    String found = "%s does not exist; what was seen is in %s".formatted(stored, actual);
    if (Files.exists(stored)) {
      Difference difference = Difference.between(Pixels.ofPng(Files.readAllBytes(stored)), seen);
      Path shown = left.resolve(name + ".difference.png");
      write(shown, difference.picture());
      found =
          "%s differs in %d pixels; what was seen is in %s, and %s marks the difference"
              .formatted(stored, difference.count(), actual, shown);
    }
    return new AssertionError(found + ".\nLook at it, then accept it with -Dgoldens=rewrite");
  }

  private static void write(Path file, Pixels picture) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, picture.toPng());
  }
}
