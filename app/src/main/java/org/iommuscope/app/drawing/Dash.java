package org.iommuscope.app.drawing;

import java.util.List;

/** The pattern of an outline: what tells groups apart without colour. */
public enum Dash {
  SOLID(List.of()),
  DASHED(List.of(6.0, 3.0)),
  DOTTED(List.of(1.5, 2.5));

  private final List<Double> lengths;

  Dash(List<Double> lengths) {
    this.lengths = lengths;
  }

  /** Lengths of strokes and gaps in turn, in pixels at 100 %; empty for a solid line. */
  public List<Double> lengths() {
    return lengths;
  }

  static Dash ofGroup(int ordinal) {
    return values()[ordinal % values().length];
  }
}
