package org.iommuscope.app.ui.inspector;

import java.util.Optional;

/**
 * One captured fact of a device, in words.
 *
 * @param source the file or link of sysfs that says so, and what it says, where that is known
 */
public record Fact(String category, String name, String value, Optional<Source> source) {

  /** Where a fact was read. */
  public record Source(String path, String raw) {}

  static Fact of(String category, String name, String value) {
    return new Fact(category, name, value, Optional.empty());
  }
}
