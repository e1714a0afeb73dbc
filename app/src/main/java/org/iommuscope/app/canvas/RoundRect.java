package org.iommuscope.app.canvas;

import javafx.scene.canvas.GraphicsContext;

/**
 * A rectangle with round corners on whole pixels.
 *
 * <p>JavaFX fills a round rectangle pixel by pixel through its rasteriser for curves, and so it
 * does with its outline, however large. Here only the corners go that way; the rest is rectangles,
 * which are copied. The pixels are the same, but for a rounding here and there.
 *
 * @param radius of the corners; more than 0
 */
record RoundRect(double x, double y, double width, double height, double radius) {

  /** Where a cubic curve has its control points for a quarter of a circle. */
  private static final double KAPPA = 0.5522847498307933;

  /** Fills it in the paint that is set. */
  void fill(GraphicsContext context) {
    double side = Math.ceil(radius);
    if (2 * side > Math.min(width, height)) {
      context.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
      return;
    }
    context.fillRect(x + side, y, width - 2 * side, height);
    context.fillRect(x, y + side, side, height - 2 * side);
    context.fillRect(x + width - side, y + side, side, height - 2 * side);
    fillCorners(context, x, 1, side);
    fillCorners(context, x + width, -1, side);
  }

  /** The two corners of one side, from whose edge the picture lies this way. */
  private void fillCorners(GraphicsContext context, double edge, int way, double side) {
    context.beginPath();
    fillCorner(context, edge, way, y, 1, side);
    fillCorner(context, edge, way, y + height, -1, side);
    context.fill();
  }

  private void fillCorner(
      GraphicsContext context, double edge, int right, double top, int down, double side) {
    context.moveTo(edge, top + down * side);
    curve(context, edge, right, top, down);
    context.lineTo(edge + right * side, top);
    context.lineTo(edge + right * side, top + down * side);
    context.closePath();
  }

  /**
   * Draws its outline around it, solid, in the stroke that is set.
   *
   * @param line how wide that is; this lies in the middle of it
   */
  void outline(GraphicsContext context, double line) {
    double half = line / 2;
    double side = Math.ceil(radius + half) - half;
    if (2 * side > Math.min(width, height)) {
      context.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
      return;
    }
    context.fillRect(x + side, y - half, width - 2 * side, line);
    context.fillRect(x + side, y + height - half, width - 2 * side, line);
    context.fillRect(x - half, y + side, line, height - 2 * side);
    context.fillRect(x + width - half, y + side, line, height - 2 * side);
    outlineCorners(context, x, 1, side);
    outlineCorners(context, x + width, -1, side);
  }

  private void outlineCorners(GraphicsContext context, double edge, int way, double side) {
    context.beginPath();
    outlineCorner(context, edge, way, y, 1, side);
    outlineCorner(context, edge, way, y + height, -1, side);
    context.stroke();
  }

  private void outlineCorner(
      GraphicsContext context, double edge, int right, double top, int down, double side) {
    context.moveTo(edge, top + down * side);
    curve(context, edge, right, top, down);
    context.lineTo(edge + right * side, top);
  }

  /** From the edge at the side to the edge above or below. */
  private void curve(GraphicsContext context, double edge, int right, double top, int down) {
    double control = radius * (1 - KAPPA);
    context.lineTo(edge, top + down * radius);
    context.bezierCurveTo(
        edge, top + down * control, edge + right * control, top, edge + right * radius, top);
  }
}
