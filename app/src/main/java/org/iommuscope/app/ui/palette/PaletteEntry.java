package org.iommuscope.app.ui.palette;

import java.util.List;

/**
 * Something that the palette can find.
 *
 * @param title what it is called
 * @param detail what else is known of it, in a few words
 * @param keys by which it is done without the palette; empty where there are none
 * @param names by which it is found first, in lower case
 * @param rest by which it is found after those, in lower case
 * @param choose what happens when it is chosen
 */
public record PaletteEntry(
    Kind kind,
    String title,
    String detail,
    String keys,
    List<String> names,
    String rest,
    Runnable choose) {

  /** What an entry is, in the order in which equals are listed. */
  public enum Kind {
    DEVICE("device"),
    GROUP("group"),
    DRIVER("driver"),
    GUEST("guest"),
    COMMAND("command");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public PaletteEntry {
    names = List.copyOf(names);
  }
}
