package org.iommuscope.app.ui.diagram;

import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.iommuscope.app.canvas.CanvasSurface;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.canvas.View;
import org.iommuscope.app.drawing.Detail;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.layout.Box;

/** The whole picture, small and painted once, with a frame around what is seen to drag. */
final class Minimap extends Pane {

  private static final double WIDEST = 180;
  private static final double HIGHEST = 130;
  private static final double PADDING = 4;
  private static final double MOST = 0.7;

  private final Fonts fonts;
  private final Canvas canvas = new Canvas();
  private final Region frame = new Region();
  private Box bounds = Box.NOTHING;
  private double scale = 1;

  /**
   * An empty map.
   *
   * @param look is told the point of the picture that shall be in the middle
   */
  Minimap(Fonts fonts, Consumer<Point2D> look) {
    this.fonts = fonts;
    setId("minimap");
    getStyleClass().add("minimap");
    frame.getStyleClass().add("minimap-frame");
    canvas.relocate(PADDING, PADDING);
    canvas.setMouseTransparent(true);
    frame.setManaged(false);
    frame.setMouseTransparent(true);
    getChildren().addAll(canvas, frame);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    setOnMousePressed(press -> look(press, look));
    setOnMouseDragged(drag -> look(drag, look));
  }

  /** Paints another picture or theme. */
  void show(Drawing drawing, Palette palette) {
    bounds = drawing.bounds();
    scale = Math.min(WIDEST / bounds.width(), HIGHEST / bounds.height());
    canvas.setWidth(Math.max(1, Math.rint(bounds.width() * scale)));
    canvas.setHeight(Math.max(1, Math.rint(bounds.height() * scale)));
    GraphicsContext pen = canvas.getGraphicsContext2D();
    int ground = palette.rgb(Ink.of(Role.BACKGROUND));
    pen.setFill(Color.rgb(ground >> 16, ground >> 8 & 0xff, ground & 0xff));
    pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    View view = new View(scale, -bounds.x() * scale, -bounds.y() * scale);
    drawing.paint(new CanvasSurface(pen, palette, fonts, view), Detail.BLOCKS);
    setPrefSize(canvas.getWidth() + 2 * PADDING, canvas.getHeight() + 2 * PADDING);
  }

  /** Frames what is seen; with most of it in sight the map would only be in the way. */
  void frame(Box seen) {
    setVisible(seen.width() < MOST * bounds.width() || seen.height() < MOST * bounds.height());
    double left = Math.clamp((seen.x() - bounds.x()) * scale, 0, canvas.getWidth());
    double top = Math.clamp((seen.y() - bounds.y()) * scale, 0, canvas.getHeight());
    double right = Math.clamp((seen.right() - bounds.x()) * scale, left, canvas.getWidth());
    double bottom = Math.clamp((seen.bottom() - bounds.y()) * scale, top, canvas.getHeight());
    frame.resizeRelocate(
        PADDING + Math.rint(left),
        PADDING + Math.rint(top),
        Math.max(5, Math.rint(right - left)),
        Math.max(5, Math.rint(bottom - top)));
  }

  private void look(MouseEvent at, Consumer<Point2D> look) {
    if (at.getButton() == MouseButton.PRIMARY) {
      look.accept(
          new Point2D(
              bounds.x() + (at.getX() - PADDING) / scale,
              bounds.y() + (at.getY() - PADDING) / scale));
    }
  }
}
