package org.iommuscope.app.ui.inspector;

import java.util.Optional;

/** What a user says of a fact that sysfs does not show. */
enum Said {
  UNSAID("not told"),
  YES("yes"),
  NO("no");

  private final String words;

  Said(String words) {
    this.words = words;
  }

  static Said of(Optional<Boolean> truth) {
    return truth.map(yes -> yes ? YES : NO).orElse(UNSAID);
  }

  Optional<Boolean> truth() {
    return this == UNSAID ? Optional.empty() : Optional.of(this == YES);
  }

  @Override
  public String toString() {
    return words;
  }
}
