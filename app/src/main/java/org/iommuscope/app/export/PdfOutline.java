package org.iommuscope.app.export;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.iommuscope.app.layout.Box;

/** The outline of a rectangle with round corners, of which PDF knows only the edged kind. */
final class PdfOutline {

  /** How far the handles of a curve reach that looks like a quarter of a circle of radius 1. */
  private static final double HANDLE = 0.5523;

  private PdfOutline() {}

  /** Adds it to the path that is being made. */
  static void add(PDPageContentStream path, Box box, double corner) throws IOException {
    double radius = Math.min(corner, Math.min(box.width(), box.height()) / 2);
    if (radius <= 0) {
      path.addRect((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
      return;
    }
    path.moveTo((float) (box.x() + radius), (float) box.y());
    corner(path, box.right(), box.y(), 1, 0, 0, 1, radius);
    corner(path, box.right(), box.bottom(), 0, 1, -1, 0, radius);
    corner(path, box.x(), box.bottom(), -1, 0, 0, -1, radius);
    corner(path, box.x(), box.y(), 0, -1, 1, 0, radius);
    path.closePath();
  }

  /** A line up to the corner at x, y and the curve around it, from one direction to another. */
  private static void corner(
      PDPageContentStream path,
      double x,
      double y,
      int fromX,
      int fromY,
      int toX,
      int toY,
      double radius)
      throws IOException {
    double near = radius * (1 - HANDLE);
    path.lineTo((float) (x - fromX * radius), (float) (y - fromY * radius));
    path.curveTo(
        (float) (x - fromX * near),
        (float) (y - fromY * near),
        (float) (x + toX * near),
        (float) (y + toY * near),
        (float) (x + toX * radius),
        (float) (y + toY * radius));
  }
}
