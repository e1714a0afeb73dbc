package org.iommuscope.app.export;

import static org.iommuscope.app.export.Numbers.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.iommuscope.app.drawing.Figure;
import org.iommuscope.app.drawing.Shape;
import org.iommuscope.app.drawing.Surface;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Route.Point;
import org.iommuscope.app.layout.TextStyle;

/**
 * Writes shapes as SVG elements, each figure as a group with an id and a title. Every text carries
 * its length, so that it keeps its place with another font.
 */
final class SvgSurface implements Surface {

  private final StringBuilder out;
  private final SvgColours colours;
  private final Map<String, Integer> ids = new HashMap<>();

  SvgSurface(StringBuilder out, SvgColours colours) {
    this.out = out;
    this.colours = colours;
  }

  @Override
  public void begin(Figure figure) {
    String name = figure.layer().name().toLowerCase(Locale.ROOT) + "-" + figure.owner().id();
    int count = ids.merge(name, 1, Integer::sum);
    out.append("<g id=\"").append(count == 1 ? name : name + "." + count).append("\">");
    if (!figure.title().isEmpty()) {
      out.append("<title>").append(Xml.escape(figure.title())).append("</title>");
    }
    out.append('\n');
  }

  @Override
  public void end(Figure figure) {
    out.append("</g>\n");
  }

  @Override
  public void rect(Shape.Rect rect) {
    Box box = rect.line().isPresent() ? rect.box().grow(-0.5) : rect.box();
    out.append("<rect x=\"").append(text(box.x())).append("\" y=\"").append(text(box.y()));
    out.append("\" width=\"").append(text(box.width()));
    out.append("\" height=\"").append(text(box.height())).append('"');
    if (rect.corner() > 0) {
      out.append(" rx=\"").append(text(rect.corner())).append('"');
    }
    out.append(" fill=\"").append(rect.fill().map(colours::of).orElse("none")).append('"');
    rect.line().ifPresent(this::stroke);
    out.append("/>\n");
  }

  @Override
  public void line(Shape.Line line) {
    out.append("<polyline points=\"").append(corners(line.points())).append("\" fill=\"none\"");
    stroke(line.stroke());
    out.append("/>\n");
    if (line.head()) {
      out.append("<polygon points=\"").append(corners(ArrowHead.of(line))).append("\" fill=\"");
      out.append(colours.of(line.stroke().ink())).append("\"/>\n");
    }
  }

  @Override
  public void label(Shape.Label label) {
    if (label.text().isEmpty()) {
      return;
    }
    out.append("<text class=\"").append(styleClass(label.style()));
    out.append("\" x=\"").append(text(label.x())).append("\" y=\"").append(text(label.baseline()));
    out.append("\" textLength=\"").append(text(label.width()));
    out.append("\" fill=\"").append(colours.of(label.ink())).append("\">");
    out.append(Xml.escape(label.text())).append("</text>\n");
  }

  private static String corners(List<Point> points) {
    return points.stream()
        .map(point -> text(point.x()) + "," + text(point.y()))
        .collect(Collectors.joining(" "));
  }

  static String styleClass(TextStyle style) {
    return "text-" + style.name().toLowerCase(Locale.ROOT);
  }

  private void stroke(Shape.Stroke stroke) {
    out.append(" stroke=\"").append(colours.of(stroke.ink())).append('"');
    if (stroke.width() != 1) {
      out.append(" stroke-width=\"").append(text(stroke.width())).append('"');
    }
    if (!stroke.dash().lengths().isEmpty()) {
      out.append(" stroke-dasharray=\"");
      out.append(
          stroke.dash().lengths().stream().map(Numbers::text).collect(Collectors.joining(" ")));
      out.append('"');
    }
  }
}
