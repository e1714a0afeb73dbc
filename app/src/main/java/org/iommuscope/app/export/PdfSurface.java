package org.iommuscope.app.export;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Shape;
import org.iommuscope.app.drawing.Surface;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Route.Point;

/** Draws on a page of PDF whose coordinates run down as the drawing's do. */
final class PdfSurface implements Surface {

  private final PDPageContentStream content;
  private final Palette palette;
  private final PdfFonts fonts;

  PdfSurface(PDPageContentStream content, Palette palette, PdfFonts fonts) {
    this.content = content;
    this.palette = palette;
    this.fonts = fonts;
  }

  /** Something to write that may fail, as every stream may. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  /** Fills the ground that everything stands on. */
  void ground(Box box, Ink ink) {
    write(() -> {
      fillWith(ink);
      PdfOutline.add(content, box, 0);
      content.fill();
    });
  }

  @Override
  public void rect(Shape.Rect rect) {
    write(() -> {
      if (rect.fill().isPresent()) {
        fillWith(rect.fill().get());
        PdfOutline.add(content, rect.box(), rect.corner());
        content.fill();
      }
      if (rect.line().isPresent()) {
        Shape.Stroke stroke = rect.line().get();
        strokeWith(stroke);
        PdfOutline.add(content, rect.box().grow(-stroke.width() / 2), rect.corner());
        content.stroke();
      }
    });
  }

  @Override
  public void line(Shape.Line line) {
    write(() -> {
      strokeWith(line.stroke());
      path(line.points());
      content.stroke();
      if (line.head()) {
        fillWith(line.stroke().ink());
        path(ArrowHead.of(line));
        content.fill();
      }
    });
  }

  @Override
  public void label(Shape.Label label) {
    if (!label.text().isEmpty()) {
      write(() -> {
        content.beginText();
        fillWith(label.ink());
        content.setFont(fonts.of(label.style()), (float) label.style().size());
        content.setTextMatrix(new Matrix(1, 0, 0, -1, (float) label.x(), (float) label.baseline()));
        content.showText(fonts.writable(label.text(), label.style()));
        content.endText();
      });
    }
  }

  private void path(List<Point> points) throws IOException {
    content.moveTo((float) points.getFirst().x(), (float) points.getFirst().y());
    for (Point point : points.subList(1, points.size())) {
      content.lineTo((float) point.x(), (float) point.y());
    }
  }

  private void fillWith(Ink ink) throws IOException {
    int rgb = palette.rgb(ink);
    content.setNonStrokingColor(part(rgb >> 16), part(rgb >> 8), part(rgb));
  }

  private void strokeWith(Shape.Stroke stroke) throws IOException {
    int rgb = palette.rgb(stroke.ink());
    content.setStrokingColor(part(rgb >> 16), part(rgb >> 8), part(rgb));
    content.setLineWidth((float) stroke.width());
    List<Double> lengths = stroke.dash().lengths();
    float[] dashes = new float[lengths.size()];
    for (int at = 0; at < dashes.length; at++) {
      dashes[at] = lengths.get(at).floatValue();
    }
    content.setLineDashPattern(dashes, 0);
  }

  private static float part(int colour) {
    return (colour & 0xff) / 255f;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new PdfFailure(e);
    }
  }
}
