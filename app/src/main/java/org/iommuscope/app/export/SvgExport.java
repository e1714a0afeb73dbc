package org.iommuscope.app.export;

import static org.iommuscope.app.export.Numbers.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.iommuscope.app.drawing.Detail;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.TextStyle;

/** Writes a picture as a standalone SVG document. */
final class SvgExport implements Export {

  @Override
  public String suffix() {
    return ".svg";
  }

  @Override
  public void write(PictureRequest picture, OutputStream out) throws IOException {
    out.write(document(picture).getBytes(StandardCharsets.UTF_8));
  }

  /** The document as text. */
  static String document(PictureRequest picture) {
    StringBuilder out = new StringBuilder();
    SvgSurface surface = new SvgSurface(out, picture.palette());
    Box clip = picture.clip();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    out.append(text(clip.width() * picture.scale())).append("\" height=\"");
    out.append(text(clip.height() * picture.scale())).append("\" viewBox=\"0 0 ");
    out.append(text(clip.width())).append(' ').append(text(clip.height())).append("\">\n");
    out.append("<title>IOMMU groups of a host</title>\n<style>\n");
    for (TextStyle style : TextStyle.values()) {
      out.append(rule(style));
    }
    out.append("</style>\n<defs><marker id=\"head\" markerUnits=\"userSpaceOnUse\" ");
    out.append("markerWidth=\"7\" markerHeight=\"7\" refX=\"7\" refY=\"3.5\" orient=\"auto\">");
    out.append("<path d=\"M0 0L7 3.5L0 7z\" fill=\"");
    out.append(surface.colour(Ink.of(Role.BACKING_LINE))).append("\"/></marker></defs>\n");
    out.append("<rect width=\"100%\" height=\"100%\" fill=\"");
    out.append(surface.colour(Ink.of(Role.BACKGROUND))).append("\"/>\n");
    picture.drawing().paint(surface, Detail.DETAILS, clip);
    return out.append("</svg>\n").toString();
  }

  private static String rule(TextStyle style) {
    String fallback =
        switch (style.face()) {
          case MONO -> "monospace";
          case REGULAR, MEDIUM, SEMIBOLD -> "sans-serif";
        };
    return ".%s{font:%d %spx '%s',%s}\n"
        .formatted(
            SvgSurface.styleClass(style),
            style.face().weight(),
            text(style.size()),
            style.face().family(),
            fallback);
  }
}
