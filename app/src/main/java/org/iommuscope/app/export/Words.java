package org.iommuscope.app.export;

import java.util.Locale;
import org.iommuscope.model.topology.Reading;

/** Facts of a host in words; what the capture does not say is said to be so. */
final class Words {

  private Words() {}

  /** The fact itself, or the word for a host that has none. */
  static String of(Reading<?> reading, String none) {
    return switch (reading) {
      case Reading.Present<?>(Object value) -> value.toString();
      case Reading.Absent<?>() -> none;
      case Reading.Unread<?>() -> "not captured";
    };
  }

  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
