package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.iommuscope.app.screenshot.Pixels;
import org.iommuscope.testing.Golden;
import org.junit.jupiter.api.Test;

/**
 * Each view in each theme at each scale, and each kind of verdict: the pixels are those whose
 * checksums are stored. Those that are others are left in {@code target/pictures/matrix}.
 */
class PictureMatrixTest {

  static final Path STORED = Path.of("src", "test", "resources", "matrix", "checksums.txt");

  private static final Path LEFT = Path.of("target", "pictures", "matrix");

  @Test
  void every_picture_is_the_one_that_is_stored() throws IOException, TimeoutException {
    List<String> stored = Files.exists(STORED) ? Files.readAllLines(STORED) : List.of();
    StringBuilder sums = new StringBuilder();
    new PictureMatrix(Cell.all())
        .draw((cell, seen) -> {
          String line = line(cell, seen);
          sums.append(line);
          if (!stored.contains(line.strip())) {
            keep(cell, seen);
          }
        });
    Golden.at(STORED).requireEqual(sums.toString());
  }

  @Test
  void each_kind_of_verdict_and_each_view_is_seen_in_the_light_and_in_the_dark() {
    Set<Cell.Kind> kinds = EnumSet.noneOf(Cell.Kind.class);
    Cell.all().forEach(cell -> kinds.add(cell.kind()));
    assertEquals(EnumSet.allOf(Cell.Kind.class), kinds);
    assertEquals(Cell.View.values().length * 6, Cell.all().size());
    assertEquals(24, Cell.all().stream().map(Cell::id).distinct().count());
  }

  /** A sum over the pixels and not the file: how a file is packed may differ between JDKs. */
  static String line(Cell cell, Pixels seen) {
    return "%s %s %08x\n".formatted(cell.id(), seen, seen.hashCode());
  }

  /** Leaves a picture to be looked at. */
  static void keep(Cell cell, Pixels seen) {
    try {
      Files.createDirectories(LEFT);
      Files.write(LEFT.resolve(cell.id() + ".png"), seen.toPng());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
