package org.iommuscope.app.layout;

/** A rectangle with its upper left corner at x, y. */
public record Box(double x, double y, double width, double height) {

  public static final Box NOTHING = new Box(0, 0, 0, 0);

  /** The box between two corners. */
  public static Box between(double left, double top, double right, double bottom) {
    return new Box(left, top, right - left, bottom - top);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double middle() {
    return y + height / 2;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /** Whether the two share more than an edge. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** This box, larger by a margin on every side. */
  public Box grow(double margin) {
    return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }

  public Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  /** What both share; nothing where they lie apart. */
  public Box within(Box other) {
    return overlaps(other)
        ? between(
            Math.max(x, other.x),
            Math.max(y, other.y),
            Math.min(right(), other.right()),
            Math.min(bottom(), other.bottom()))
        : NOTHING;
  }

  /** The smallest box around both. */
  public Box around(Box other) {
    return between(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }
}
