package org.iommuscope.app.export;

import java.util.OptionalDouble;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.layout.Box;

/**
 * A picture to be written.
 *
 * @param drawing the subject as drawn
 * @param clip what of the drawing is written, in pixels at 100 %
 * @param scale pixels of the file for a pixel of the picture; above 0
 */
public record PictureRequest(
    Subject subject, Drawing drawing, Palette palette, Box clip, double scale) {

  public PictureRequest {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("a scale is above 0, not " + scale);
    }
  }

  /** The whole drawing at 100 %. */
  public static PictureRequest of(Subject subject, Drawing drawing, Palette palette) {
    Box bounds = drawing.bounds();
    Box whole = new Box(0, 0, Math.ceil(bounds.width()), Math.ceil(bounds.height()));
    return new PictureRequest(subject, drawing, palette, whole, 1);
  }

  public PictureRequest scaledTo(double factor) {
    return new PictureRequest(subject, drawing, palette, clip, factor);
  }

  /** As much of the top as fits into a height, in pixels at 100 %. */
  public PictureRequest cutAfter(OptionalDouble height) {
    double shown = Math.ceil(Math.min(clip.height(), height.orElse(clip.height())));
    return showing(new Box(clip.x(), clip.y(), clip.width(), shown));
  }

  /** A part of the drawing, in whole pixels. */
  public PictureRequest showing(Box part) {
    return new PictureRequest(subject, drawing, palette, part, scale);
  }
}
