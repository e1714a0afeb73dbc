package org.iommuscope.app.canvas;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Shape;
import org.iommuscope.app.drawing.Surface;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Route.Point;

/**
 * Draws on a JavaFX canvas, in the picture's own coordinates: the caller sets the context's
 * transform.
 */
public final class CanvasSurface implements Surface {

  private static final double HEAD_LENGTH = 7;
  private static final double HEAD_HALF_WIDTH = 3.5;

  private final GraphicsContext context;
  private final Palette palette;
  private final Fonts fonts;

  public CanvasSurface(GraphicsContext context, Palette palette, Fonts fonts) {
    this.context = context;
    this.palette = palette;
    this.fonts = fonts;
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.BASELINE);
    context.setLineCap(StrokeLineCap.BUTT);
  }

  @Override
  public void rect(Shape.Rect rect) {
    rect.fill().ifPresent(ink -> fill(rect.box(), rect.corner() * 2, ink));
    rect.line().ifPresent(stroke -> outline(rect.box(), rect.corner() * 2, stroke));
  }

  @Override
  public void line(Shape.Line line) {
    use(line.stroke());
    context.beginPath();
    Point first = line.points().getFirst();
    context.moveTo(sharp(first.x()), sharp(first.y()));
    for (Point point : line.points().subList(1, line.points().size())) {
      context.lineTo(sharp(point.x()), sharp(point.y()));
    }
    context.stroke();
    if (line.head()) {
      head(line);
    }
  }

  @Override
  public void label(Shape.Label label) {
    context.setFill(colour(label.ink()));
    context.setFont(fonts.of(label.style()));
    context.fillText(label.text(), label.x(), label.baseline());
  }

  private void fill(Box box, double arc, Ink ink) {
    context.setFill(colour(ink));
    if (arc == 0) {
      context.fillRect(box.x(), box.y(), box.width(), box.height());
    } else {
      context.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }
  }

  // On half pixels, where a line of one pixel is sharp at 100 %.
  private void outline(Box box, double arc, Shape.Stroke stroke) {
    use(stroke);
    double x = sharp(box.x());
    double y = sharp(box.y());
    double width = sharp(box.right() - 1) - x;
    double height = sharp(box.bottom() - 1) - y;
    context.strokeRoundRect(x, y, width, height, arc, arc);
  }

  private void head(Shape.Line line) {
    Point tip = line.points().getLast();
    Point before = line.points().get(line.points().size() - 2);
    double back = before.x() > tip.x() ? HEAD_LENGTH : -HEAD_LENGTH;
    double y = sharp(tip.y());
    context.setFill(colour(line.stroke().ink()));
    context.fillPolygon(
        new double[] {tip.x(), tip.x() + back, tip.x() + back},
        new double[] {y, y - HEAD_HALF_WIDTH, y + HEAD_HALF_WIDTH},
        3);
  }

  private void use(Shape.Stroke stroke) {
    context.setStroke(colour(stroke.ink()));
    context.setLineWidth(stroke.width());
    List<Double> lengths = stroke.dash().lengths();
    context.setLineDashes(lengths.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Color colour(Ink ink) {
    int rgb = palette.rgb(ink);
    return Color.rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }

  private static double sharp(double position) {
    return Math.floor(position) + 0.5;
  }
}
