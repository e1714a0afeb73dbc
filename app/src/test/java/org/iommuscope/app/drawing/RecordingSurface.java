package org.iommuscope.app.drawing;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.iommuscope.app.layout.Box;

/** Writes what is drawn as text, a figure a line, for a person to read in a diff. */
public final class RecordingSurface implements Surface {

  private final StringBuilder text = new StringBuilder();
  private StringJoiner shapes = new StringJoiner(" ");

  /** Everything that was drawn so far. */
  public String text() {
    return text.toString();
  }

  @Override
  public void begin(Figure figure) {
    shapes = new StringJoiner(" ");
  }

  @Override
  public void end(Figure figure) {
    text.append(figure.layer().name().toLowerCase(Locale.ROOT)).append(' ');
    text.append(figure.owner().id()).append(' ').append(box(figure.bounds()));
    text.append(": ").append(shapes).append('\n');
  }

  @Override
  public void rect(Shape.Rect rect) {
    String fill = rect.fill().map(RecordingSurface::ink).orElse("");
    Optional<Shape.Stroke> line = rect.line();
    shapes.add("[" + fill + line.map(stroke -> "/" + stroke(stroke)).orElse("") + "]");
  }

  @Override
  public void line(Shape.Line line) {
    String points =
        line.points().stream()
            .map(point -> number(point.x()) + "," + number(point.y()))
            .collect(Collectors.joining(line.head() ? ">" : "-"));
    shapes.add(stroke(line.stroke()) + " " + points);
  }

  @Override
  public void label(Shape.Label label) {
    shapes.add('"' + label.text() + '"');
  }

  private static String stroke(Shape.Stroke stroke) {
    String dash =
        stroke.dash() == Dash.SOLID ? "" : "." + stroke.dash().name().toLowerCase(Locale.ROOT);
    return ink(stroke.ink()) + dash;
  }

  private static String ink(Ink ink) {
    String name = ink.role().name().toLowerCase(Locale.ROOT);
    return ink.hue() == 0 ? name : name + "#" + ink.hue();
  }

  private static String box(Box box) {
    return number(box.x())
        + ","
        + number(box.y())
        + " "
        + number(box.width())
        + "x"
        + number(box.height());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
