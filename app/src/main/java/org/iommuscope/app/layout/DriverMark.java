package org.iommuscope.app.layout;

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
}
