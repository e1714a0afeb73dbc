package org.iommuscope.app.drawing;

/** Something to draw on: a canvas, an SVG file, a recording. */
public interface Surface {

  void rect(Shape.Rect rect);

  void line(Shape.Line line);

  void label(Shape.Label label);

  /** What follows belongs to this figure; most surfaces need not know. */
  default void begin(Figure figure) {}

  /** The figure is complete. */
  default void end(Figure figure) {}
}
