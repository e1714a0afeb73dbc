package org.iommuscope.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The captured machines and recordings that lie beside the project, in {@code ../shared}.
 *
 * <p>Where they are absent a test that needs them is left out, unless the build must be complete
 * ({@code -Dcomplete=true}); {@code -Dshared=FOLDER} names another place.
 */
public final class SharedMaterial {
  private SharedMaterial() {}

  /** The file or folder of this name in the shared material, such as {@code captures}. */
  public static Path at(String name) {
    Path path = folder().resolve(name);
    if (!Boolean.getBoolean("complete")) {
      assumeTrue(Files.exists(path), () -> "the shared material is not there: " + path);
    } else if (!Files.exists(path)) {
      throw new AssertionError("a complete build needs " + path);
    }
    return path;
  }

  private static Path folder() {
    String named = System.getProperty("shared");
    // Surefire runs the tests of a module in the module's folder.
    return named == null ? Path.of("..", "..", "shared") : Path.of(named);
  }
}
