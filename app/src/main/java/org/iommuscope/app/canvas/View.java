package org.iommuscope.app.canvas;

/**
 * Where a drawing lands on a canvas.
 *
 * @param zoom pixels of the canvas for a pixel of the drawing
 * @param left where the drawing's left edge lies, in pixels of the canvas
 * @param top where its upper edge lies
 */
public record View(double zoom, double left, double top) {

  double x(double drawn) {
    return drawn * zoom + left;
  }

  double y(double drawn) {
    return drawn * zoom + top;
  }
}
