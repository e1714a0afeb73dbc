package org.iommuscope.app.stories;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import org.iommuscope.app.screenshot.Pixels;

/** A picture of what a window shows; to be taken on the window's thread. */
final class WindowPixels {

  private WindowPixels() {}

  static Pixels of(Scene scene) {
    return of(scene.snapshot(null));
  }

  /** The same, enlarged by a transform. */
  static Pixels of(Scene scene, int percent) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(percent / 100.0, percent / 100.0));
    return of(scene.getRoot().snapshot(parameters, null));
  }

  private static Pixels of(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Pixels(width, height, argb);
  }
}
