package org.iommuscope.app.stories;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One picture of the window: what is looked at, in which light, how large, on which verdict. */
record Cell(View view, boolean dark, int percent, Kind kind) {

  /** What the window shows. */
  enum View {
    TREE,
    TABLE,
    /** A device hangs on the pointer. */
    DRAG,
    INSPECTOR
  }

  /** The kinds of verdict, each on a plan that gets one. */
  enum Kind {
    ATTACHES("q35-qemu-k61", "", "0000:01:00.0"),
    REUSES("q35-desktop-k61", "gpu-whole", "0000:01:00.0"),
    REFUSED("q35-desktop-k61", "two-guests-split-a-group", "0000:01:00.0"),
    UNSAFE("q35-mdev-k510-after", "unsafe", "0000:01:00.0"),
    CRASHES("q35-desktop-k510", "bind-beside-a-guest", "0000:01:00.0"),
    BLOCKS("q35-desktop-k61", "bind-beside-a-guest", "0000:01:00.0"),
    UNDECIDED("q35-mdev-k510-after", "hidden-group-alone", "0000:01:00.0");

    private static final Path CAPTURES = Path.of("..", "captures");

    private final String capture;
    private final String plan;
    private final String device;

    Kind(String capture, String plan, String device) {
      this.capture = capture;
      this.plan = plan;
      this.device = device;
    }

    Path capture() {
      return CAPTURES.resolve(capture).resolve("capture.tar.gz");
    }

    Path plan() {
      return this == UNSAFE || this == ATTACHES
          ? Path.of("src", "test", "resources", "matrix", word() + ".json")
          : CAPTURES.resolve(capture).resolve("plans").resolve(plan).resolve("plan.json");
    }

    /** The device that is selected, and that hangs on the pointer. */
    String device() {
      return device;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int[] PERCENTS = {100, 150, 200};

  /**
   * Each view in both lights at each scale, with the verdicts going round, so that each kind occurs
   * several times; sorted by verdict.
   */
  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (View view : View.values()) {
      for (boolean dark : new boolean[] {false, true}) {
        for (int percent : PERCENTS) {
          Kind kind = Kind.values()[cells.size() % Kind.values().length];
          cells.add(new Cell(view, dark, percent, kind));
        }
      }
    }
    cells.sort(Comparator.comparing(Cell::kind));
    return List.copyOf(cells);
  }

  /** A name for a file. */
  String id() {
    return "%s-%s-%s-%d"
        .formatted(
            kind.word(), view.name().toLowerCase(Locale.ROOT), dark ? "dark" : "light", percent);
  }
}
