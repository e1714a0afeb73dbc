package org.iommuscope.app.canvas;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.iommuscope.app.drawing.Dash;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Shape;
import org.iommuscope.app.drawing.Surface;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Route.Point;

/**
 * Draws on a JavaFX canvas.
 *
 * <p>It zooms by itself and leaves the context's transform alone: letters under a transform are
 * filled with gaps where their strokes overlap, and lines would be blurred between two pixels.
 */
public final class CanvasSurface implements Surface {

  private static final double HEAD_LENGTH = 7;
  private static final double HEAD_HALF_WIDTH = 3.5;
  private static final double THINNEST = 0.6;

  private final GraphicsContext context;
  private final Palette palette;
  private final Fonts fonts;
  private final View view;

  public CanvasSurface(GraphicsContext context, Palette palette, Fonts fonts, View view) {
    this.context = context;
    this.palette = palette;
    this.fonts = fonts;
    this.view = view;
    context.setTextAlign(TextAlignment.LEFT);
    context.setTextBaseline(VPos.BASELINE);
    context.setLineCap(StrokeLineCap.BUTT);
  }

  @Override
  public void rect(Shape.Rect rect) {
    double arc = rect.corner() * 2 * view.zoom();
    rect.fill().ifPresent(ink -> fill(rect.box(), arc, ink));
    rect.line().ifPresent(stroke -> outline(rect.box(), arc, stroke));
  }

  @Override
  public void line(Shape.Line line) {
    double width = use(line.stroke());
    List<Point> points = line.points().stream().map(point -> sharp(point, width)).toList();
    if (line.stroke().dash() == Dash.SOLID && new Bends(points).areSquare()) {
      context.setFill(context.getStroke());
      new Bends(points).draw(context, width);
    } else {
      context.beginPath();
      context.moveTo(points.getFirst().x(), points.getFirst().y());
      points.stream().skip(1).forEach(point -> context.lineTo(point.x(), point.y()));
      context.stroke();
    }
    if (line.head()) {
      head(line, width);
    }
  }

  private Point sharp(Point point, double width) {
    return new Point(sharp(view.x(point.x()), width), sharp(view.y(point.y()), width));
  }

  @Override
  public void label(Shape.Label label) {
    context.setFill(colour(label.ink()));
    context.setFont(fonts.of(label.style(), view.zoom()));
    context.fillText(label.text(), view.x(label.x()), view.y(label.baseline()));
  }

  private void fill(Box box, double arc, Ink ink) {
    context.setFill(colour(ink));
    double x = Math.rint(view.x(box.x()));
    double y = Math.rint(view.y(box.y()));
    double width = Math.max(1, Math.rint(view.x(box.right())) - x);
    double height = Math.max(1, Math.rint(view.y(box.bottom())) - y);
    if (arc < 1) {
      context.fillRect(x, y, width, height);
    } else {
      new RoundRect(x, y, width, height, arc / 2).fill(context);
    }
  }

  /** Inside the box, on whole pixels. */
  private void outline(Box box, double arc, Shape.Stroke stroke) {
    double line = use(stroke);
    double half = line / 2;
    double x = Math.rint(view.x(box.x())) + half;
    double y = Math.rint(view.y(box.y())) + half;
    double width = Math.max(0, Math.rint(view.x(box.right())) - half - x);
    double height = Math.max(0, Math.rint(view.y(box.bottom())) - half - y);
    if (stroke.dash() == Dash.SOLID && arc >= 1) {
      context.setFill(context.getStroke());
      new RoundRect(x, y, width, height, arc / 2).outline(context, line);
    } else {
      context.strokeRoundRect(x, y, width, height, arc, arc);
    }
  }

  private void head(Shape.Line line, double width) {
    Point tip = line.points().getLast();
    Point before = line.points().get(line.points().size() - 2);
    double x = view.x(tip.x());
    double y = sharp(view.y(tip.y()), width);
    double back = x + (before.x() > tip.x() ? HEAD_LENGTH : -HEAD_LENGTH) * view.zoom();
    double side = HEAD_HALF_WIDTH * view.zoom();
    context.setFill(colour(line.stroke().ink()));
    context.fillPolygon(new double[] {x, back, back}, new double[] {y, y - side, y + side}, 3);
  }

  /** Sets a stroke; answers its width in pixels of the canvas. */
  private double use(Shape.Stroke stroke) {
    double width = Math.max(THINNEST, stroke.width() * view.zoom());
    context.setStroke(colour(stroke.ink()));
    context.setLineWidth(width);
    List<Double> lengths = stroke.dash().lengths();
    context.setLineDashes(lengths.stream().mapToDouble(length -> length * view.zoom()).toArray());
    return width;
  }

  private Color colour(Ink ink) {
    int rgb = palette.rgb(ink);
    return Color.rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** The nearest place where a line of this width covers whole pixels. */
  private static double sharp(double position, double width) {
    boolean odd = Math.rint(width) % 2 == 1 || width < 1;
    return odd ? Math.floor(position) + 0.5 : Math.rint(position);
  }
}
