package org.iommuscope.imports;

import java.util.Locale;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.Reading;

/** Facts of a host in words for people, fit for a terminal. */
final class HostWords {

  private HostWords() {}

  static String group(Reading<GroupId> group) {
    return switch (group) {
      case Reading.Present<GroupId>(GroupId id) -> "group " + id;
      case Reading.Absent<GroupId>() -> "no group";
      case Reading.Unread<GroupId>() -> "group not captured";
    };
  }

  static String driver(Reading<String> driver) {
    return switch (driver) {
      case Reading.Present<String>(String name) -> "driver " + plain(name);
      case Reading.Absent<String>() -> "no driver";
      case Reading.Unread<String>() -> "driver not captured";
    };
  }

  /** The fact itself, or the word for a host that has none. */
  static String fact(Reading<String> reading, String none) {
    return switch (reading) {
      case Reading.Present<String>(String value) -> plain(value);
      case Reading.Absent<String>() -> none;
      case Reading.Unread<String>() -> "not captured";
    };
  }

  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Text from a capture without the characters that would steer a terminal. */
  static String plain(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? '?' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
