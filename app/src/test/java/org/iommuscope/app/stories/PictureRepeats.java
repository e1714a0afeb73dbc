package org.iommuscope.app.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/** Draws twenty pictures of the matrix again and again; for the command {@code pictures}. */
final class PictureRepeats {

  private static final int PICTURES = 20;

  private PictureRepeats() {}

  /**
   * Ends with status 1 at the first picture that is not the stored one.
   *
   * @param arguments how often each is drawn
   */
  public static void main(String[] arguments) throws IOException, TimeoutException {
    int rounds = Integer.parseInt(arguments[0]);
    Set<String> stored = new TreeSet<>(Files.readAllLines(PictureMatrixTest.STORED));
    List<Cell> cells = Cell.all().subList(0, PICTURES);
    for (int round = 1; round <= rounds; round++) {
      int number = round;
      new PictureMatrix(cells)
          .draw((cell, seen) -> {
            String line = PictureMatrixTest.line(cell, seen).strip();
            if (!stored.contains(line)) {
              PictureMatrixTest.keep(cell, seen);
              System.err.println("pictures: in round " + number + " another picture: " + line);
              System.exit(1);
            }
          });
    }
    System.out.println(PICTURES + " pictures, " + rounds + " times each: all as stored");
    System.exit(0);
  }
}
