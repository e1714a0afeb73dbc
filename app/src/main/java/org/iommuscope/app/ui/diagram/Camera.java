package org.iommuscope.app.ui.diagram;

import org.iommuscope.app.layout.Box;

/**
 * Which part of the picture is seen, and how large.
 *
 * @param x left edge of what is seen, in pixels of the picture
 * @param y its upper edge
 * @param zoom 1 is 100 %
 */
record Camera(double x, double y, double zoom) {

  static final Camera START = new Camera(0, 0, 1);

  private static final double SMALLEST = 0.05;
  private static final double LARGEST = 4;
  private static final double LARGEST_FIT = 1;

  /** The picture's point under a point of the view. */
  double worldX(double viewX) {
    return x + viewX / zoom;
  }

  double worldY(double viewY) {
    return y + viewY / zoom;
  }

  /** A box of the picture as it lies in the view. */
  Box inView(Box box) {
    return new Box(
        (box.x() - x) * zoom, (box.y() - y) * zoom, box.width() * zoom, box.height() * zoom);
  }

  /** What a view of this size sees. */
  Box seen(double width, double height) {
    return new Box(x, y, width / zoom, height / zoom);
  }

  /** Moved by pixels of the view. */
  Camera panned(double dx, double dy) {
    return new Camera(x - dx / zoom, y - dy / zoom, zoom);
  }

  /** Nearer or farther, with the point of the view kept where it is. */
  Camera zoomedAt(double viewX, double viewY, double factor) {
    double changed = Math.clamp(zoom * factor, SMALLEST, LARGEST);
    return new Camera(worldX(viewX) - viewX / changed, worldY(viewY) - viewY / changed, changed);
  }

  /** The whole of a box in the middle of a view, never enlarged. */
  static Camera fitting(Box box, double width, double height) {
    double wanted = Math.min(width / box.width(), height / box.height());
    double zoom = Math.clamp(wanted, SMALLEST, LARGEST_FIT);
    return new Camera(
        box.x() - Math.max(0, (width / zoom - box.width()) / 2),
        box.y() - Math.max(0, (height / zoom - box.height()) / 2),
        zoom);
  }

  /** Moved just as far as needed to see a box with some room around it. */
  Camera revealing(Box box, double width, double height) {
    Box wanted = box.grow(24 / zoom);
    Box now = seen(width, height);
    return new Camera(
        nearest(now.x(), now.width(), wanted.x(), wanted.width()),
        nearest(now.y(), now.height(), wanted.y(), wanted.height()),
        zoom);
  }

  private static double nearest(double from, double length, double wanted, double wantedLength) {
    if (wanted < from || wantedLength > length) {
      return wanted;
    }
    return Math.max(from, wanted + wantedLength - length);
  }
}
