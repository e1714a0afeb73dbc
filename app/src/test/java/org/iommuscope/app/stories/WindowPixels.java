package org.iommuscope.app.stories;

import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.iommuscope.app.screenshot.Pixels;

/** A picture of what a window shows; to be taken on the window's thread. */
final class WindowPixels {

  private WindowPixels() {}

  static Pixels of(Scene scene) {
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Pixels(width, height, argb);
  }
}
