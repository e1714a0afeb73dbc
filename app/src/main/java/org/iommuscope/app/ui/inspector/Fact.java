package org.iommuscope.app.ui.inspector;

import java.util.Optional;

/**
 * One captured fact of a device, in words.
 *
 * @param source what says so in sysfs, where that is known
 */
public record Fact(String category, String name, String value, Optional<Source> source) {

  /**
   * A file or link, or some bytes of a file.
   *
   * @param path from the root of the host
   * @param name the short form of it, inside the folder of its device
   * @param raw what stands there
   */
  public record Source(String path, String name, String raw) {

    private static final int WIDEST = 56;

    /** One line of it: {@code vendor: 0x8086}. */
    String line() {
      String said = raw.strip().replaceAll("\\s+", " ");
      String seen = said.length() > WIDEST ? said.substring(0, WIDEST) + "…" : said;
      return seen.isEmpty() ? name : name + ": " + seen;
    }

    /** All of it, for whoever looks closer. */
    String whole() {
      return raw.isEmpty() ? path : path + "\n" + raw.strip();
    }
  }

  static Fact of(String category, String name, String value) {
    return new Fact(category, name, value, Optional.empty());
  }
}
