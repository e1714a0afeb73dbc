package org.iommuscope.app.layout;

/** The picture's measures, in pixels at a zoom of 100 %. */
public final class Metrics {

  /** From the top of one row to the top of the next. */
  public static final double PITCH = 28;

  public static final double ROW_HEIGHT = 22;
  public static final double INDENT = 18;

  /** Width of the colour bar at a row's left end. */
  public static final double BAR = 5;

  /** Between a row's parts. */
  public static final double GAP = 9;

  /** Around the text of a pill or a badge, left and right. */
  public static final double PILL_PADDING = 7;

  /** How far a hull reaches beyond its rows. */
  public static final double HULL_PADDING = 2.5;

  /** Room for the sign at an mdev's left end, beyond that of a bar. */
  public static final double MDEV_SIGN = 9;

  /** From the last lane to the words beside it. */
  static final double NOTE_GAP = 6;

  /** Room behind such words for the guests that hold a group. */
  static final double NOTE_GUESTS = 150;

  /** Room for three digits, so that most badges of a picture are equally wide. */
  static final double NARROWEST_BADGE = 38;

  /** How far it reaches beyond the badges. */
  static final double HULL_END = 5;

  /** How far below a badge's middle a hull's link leaves, so that no backing line hides it. */
  static final double LINK_DROP = 6;

  /** Room in an mdev's row for the guest that gets it. */
  static final double MDEV_GUEST = 56;

  /** Longer words for a use of the host are cut. */
  public static final double WIDEST_USE = 110;

  /** Around the words of a use of the host, its gap to the next included. */
  static final double USE_ROOM = 21;

  static final double MARGIN = 24;
  static final double COLUMN_GAP = 28;
  static final double TREE_GAP = 14;
  static final double BADGE_GAP = 7;
  static final double LANE = 7;
  static final double FIRST_LANE = 12;
  static final double NARROWEST_ROW = 300;
  static final double WIDEST_ROW = 470;

  private Metrics() {}
}
