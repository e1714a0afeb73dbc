package org.iommuscope.app.screenshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.iommuscope.app.export.PngEncoder;

/** A rectangle of opaque pixels; two are equal where every pixel is. */
public final class Pixels {

  private final int width;
  private final int height;
  private final int[] rgb;

  /**
   * @param rgb row by row, {@code 0xrrggbb}; what stands above these 24 bits is ignored
   */
  public Pixels(int width, int height, int[] rgb) {
    if (width < 1 || height < 1 || rgb.length != width * height) {
      throw new IllegalArgumentException(
          "%d pixels for %d x %d".formatted(rgb.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.rgb = Arrays.stream(rgb).map(pixel -> pixel & 0xffffff).toArray();
  }

  /**
   * Reads a PNG of 8 bits a channel, with or without transparency.
   *
   * @throws IOException where it is none
   */
  public static Pixels ofPng(byte[] png) throws IOException {
    return new PngReading(png).pixels();
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The colour of a pixel inside the rectangle, {@code 0xrrggbb}. */
  public int at(int x, int y) {
    return rgb[y * width + x];
  }

  /** The same pixels as a PNG; the same bytes for the same pixels. */
  public byte[] toPng() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PngEncoder encoder = new PngEncoder(out, width, height);
      for (int row = 0; row < height; row++) {
        encoder.row(rgb, row * width);
      }
      encoder.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pixels that && width == that.width && Arrays.equals(rgb, that.rgb);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rgb);
  }

  @Override
  public String toString() {
    return width + " x " + height + " pixels";
  }
}
