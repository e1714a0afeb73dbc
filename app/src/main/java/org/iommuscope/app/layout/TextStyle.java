package org.iommuscope.app.layout;

/** The few ways in which the picture writes; sizes are pixels at a zoom of 100 %. */
public enum TextStyle {
  TITLE(Typeface.SEMIBOLD, 16),
  HEADING(Typeface.SEMIBOLD, 12.5),
  ADDRESS(Typeface.MONO, 12),
  NAME(Typeface.REGULAR, 12),
  PILL(Typeface.MEDIUM, 10.5),
  BADGE(Typeface.MEDIUM, 10.5),
  NOTE(Typeface.REGULAR, 11);

  private final Typeface face;
  private final double size;

  TextStyle(Typeface face, double size) {
    this.face = face;
    this.size = size;
  }

  public Typeface face() {
    return face;
  }

  public double size() {
    return size;
  }
}
