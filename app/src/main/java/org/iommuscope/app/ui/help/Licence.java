package org.iommuscope.app.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A part of the program that others made, and the licence they give it under. */
public record Licence(String part, String version, String licence) {

  /** All parts that are shipped, as the build listed them. */
  public static List<Licence> all() {
    try (InputStream list =
        Objects.requireNonNull(Licence.class.getResourceAsStream("licences.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("| "))
          .map(Licence::of)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("the program's own list of licences cannot be read", broken);
    }
  }

  /** From a row of the list: {@code | part | version | licence |}. */
  private static Licence of(String row) {
    String[] cells = row.split("\\|", -1);
    return new Licence(cells[1].strip(), cells[2].strip(), cells[3].strip());
  }
}
