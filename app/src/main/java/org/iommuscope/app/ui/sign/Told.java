package org.iommuscope.app.ui.sign;

import org.iommuscope.model.topology.Reading;

/**
 * How the window says what a capture says: a value, that there is none, or that it is not known.
 */
public final class Told {

  public static final String NOT_CAPTURED = "not captured";

  private Told() {}

  /**
   * The reading in words.
   *
   * @param none what to say where the host has none
   */
  public static String text(Reading<?> reading, String none) {
    return switch (reading) {
      case Reading.Present<?>(var value) -> value.toString();
      case Reading.Absent<?>() -> none;
      case Reading.Unread<?>() -> NOT_CAPTURED;
    };
  }
}
