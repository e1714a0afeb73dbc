package org.iommuscope.app.layout;

import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.topology.Reading;

/** A device's driver in a word, and what kind of answer that is. */
public record DriverMark(Kind kind, String text) {

  /** {@code drivers/s390} of Linux, and the proposed wrapper of PCI functions. */
  private static final Set<String> LENDERS = Set.of("vfio-mdev-pci", "vfio_ap", "vfio_ccw");

  /** "No driver" frees a group; "not captured" proves nothing. */
  public enum Kind {
    VFIO,
    /** Serves user space by its mdevs alone; its device itself goes to no guest. */
    LENDS,
    HOST,
    NONE,
    UNREAD
  }

  static DriverMark of(Reading<String> driver) {
    return switch (driver) {
      case Reading.Present<String>(String name) -> new DriverMark(kindOf(name), name);
      case Reading.Absent<String>() -> new DriverMark(Kind.NONE, "no driver");
      case Reading.Unread<String>() -> new DriverMark(Kind.UNREAD, "driver not captured");
    };
  }

  private static Kind kindOf(String driver) {
    if (LENDERS.contains(driver)) {
      return Kind.LENDS;
    }
    return driver.contains("vfio") ? Kind.VFIO : Kind.HOST;
  }

  /** The mark of a device that a plan puts on another driver: what is, an arrow, what shall be. */
  DriverMark planned(Optional<String> driver) {
    DriverMark goal = of(driver.<Reading<String>>map(Reading::of).orElse(Reading.absent()));
    return equals(goal) ? this : new DriverMark(goal.kind, text + " → " + goal.text);
  }
}
