package org.iommuscope.app.export;

import java.util.OptionalDouble;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;

/**
 * A picture to be written.
 *
 * @param graph what the drawing shows
 * @param height where the picture is cut off, in pixels before scaling
 * @param scale pixels of the file for a pixel of the picture; above 0
 */
public record PictureRequest(
    TopologyGraph graph, Drawing drawing, Palette palette, OptionalDouble height, double scale) {

  public PictureRequest {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("a scale is above 0, not " + scale);
    }
  }

  /** What of the drawing is written. */
  Box clip() {
    Box bounds = drawing.bounds();
    double shown = Math.min(bounds.height(), height.orElse(Double.MAX_VALUE));
    return new Box(0, 0, Math.ceil(bounds.width()), Math.ceil(shown));
  }
}
