package org.iommuscope.app.layout;

import java.util.Optional;
import org.iommuscope.model.topology.Reading;

/** A device's driver in a word, and what kind of answer that is. */
public record DriverMark(Kind kind, String text) {

  /** "No driver" frees a group; "not captured" proves nothing. */
  public enum Kind {
    VFIO,
    HOST,
    NONE,
    UNREAD
  }

  static DriverMark of(Reading<String> driver) {
    return switch (driver) {
      case Reading.Present<String>(String name) ->
          new DriverMark(name.contains("vfio") ? Kind.VFIO : Kind.HOST, name);
      case Reading.Absent<String>() -> new DriverMark(Kind.NONE, "no driver");
      case Reading.Unread<String>() -> new DriverMark(Kind.UNREAD, "driver not captured");
    };
  }

  /** The mark of a device that a plan puts on another driver: what is, an arrow, what shall be. */
  DriverMark planned(Optional<String> driver) {
    DriverMark goal = of(driver.<Reading<String>>map(Reading::of).orElse(Reading.absent()));
    return equals(goal) ? this : new DriverMark(goal.kind, text + " → " + goal.text);
  }
}
