package org.iommuscope.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.iommuscope.app.canvas.CanvasSurface;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.canvas.View;
import org.iommuscope.app.drawing.Detail;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.layout.Box;

/**
 * Writes a picture as PNG, painted by JavaFX in bands so that memory does not grow with the
 * picture's height. Works without a display.
 */
final class PngExport implements Export {

  private static final int BAND_PIXELS = 1 << 21;

  /** The most pixels along a side; a larger picture is refused. */
  private static final int LONGEST_SIDE = 60_000;

  @Override
  public String suffix() {
    return ".png";
  }

  @Override
  public void prepare() {
    Thread.ofPlatform().daemon().name("prepares to paint").start(PngToolkit::start);
  }

  @Override
  public void write(PictureRequest picture, OutputStream out) throws IOException {
    int width = pixels(picture.clip().width(), picture);
    int height = pixels(picture.clip().height(), picture);
    int band = Math.max(1, Math.min(height, BAND_PIXELS / width));
    PngBands bands = new PngBands(new PngEncoder(out, width, height), width, band);
    Fonts fonts = onToolkit(Fonts::load);
    for (int top = 0; top < height; top += band) {
      int y = top;
      int rows = Math.min(band, height - top);
      int[] pixels = bands.empty();
      onToolkit(() -> paint(picture, fonts, y, width, rows, pixels));
      bands.encode(pixels, rows);
    }
    bands.finish();
  }

  private static int pixels(double length, PictureRequest picture) throws IOException {
    double pixels = Math.ceil(length * picture.scale());
    if (pixels > LONGEST_SIDE) {
      throw new IOException(
          "the picture would be %.0f pixels along one side, more than %d; choose a smaller scale or .svg"
              .formatted(pixels, LONGEST_SIDE));
    }
    return (int) Math.max(1, pixels);
  }

  private static boolean paint(
      PictureRequest picture, Fonts fonts, int top, int width, int rows, int[] pixels) {
    Canvas canvas = new Canvas(width, rows);
    GraphicsContext context = canvas.getGraphicsContext2D();
    Color background = Color.web(Hex.of(picture.palette().rgb(Ink.of(Role.BACKGROUND))));
    context.setFill(background);
    context.fillRect(0, 0, width, rows);
    double scale = picture.scale();
    Box whole = picture.clip();
    Box clip = new Box(whole.x(), whole.y() + top / scale, width / scale, rows / scale);
    View view = new View(scale, -whole.x() * scale, -whole.y() * scale - top);
    picture
        .drawing()
        .paint(new CanvasSurface(context, picture.palette(), fonts, view), Detail.at(scale), clip);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(background);
    WritableImage image = canvas.snapshot(parameters, new WritableImage(width, rows));
    image
        .getPixelReader()
        .getPixels(0, 0, width, rows, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    return true;
  }

  private static <T> T onToolkit(Callable<T> task) throws IOException {
    try {
      return PngToolkit.call(task);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the picture could not be painted: " + e.getMessage(), e);
    }
  }
}
