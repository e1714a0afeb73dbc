package org.iommuscope.app.drawing;

/** How much can be read at a zoom. */
public enum Detail {
  /** Rows are blocks of their class's colour. */
  BLOCKS,
  /** Addresses, names and group numbers. */
  LABELS,
  /** Everything. */
  DETAILS;

  private static final double READABLE = 0.42;
  private static final double COMFORTABLE = 0.7;

  /** The level for a zoom; 1 is 100 %. */
  public static Detail at(double zoom) {
    if (zoom < READABLE) {
      return BLOCKS;
    }
    return zoom < COMFORTABLE ? LABELS : DETAILS;
  }
}
