package org.iommuscope.app.export;

import static org.iommuscope.app.export.Numbers.text;

import java.io.IOException;
import org.iommuscope.app.drawing.Detail;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.layout.Box;

/** A picture as an SVG element, which stands alone or in a page. */
final class SvgDocument {

  private SvgDocument() {}

  /** The element, with the fonts that it needs and a ground of the background's colour. */
  static String of(PictureRequest picture, SvgColours colours) throws IOException {
    Box clip = picture.clip();
    StringBuilder out = new StringBuilder();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"");
    out.append(text(clip.width() * picture.scale())).append("\" height=\"");
    out.append(text(clip.height() * picture.scale())).append("\" viewBox=\"");
    out.append(text(clip.x())).append(' ').append(text(clip.y())).append(' ');
    out.append(text(clip.width())).append(' ').append(text(clip.height())).append("\">\n");
    out.append("<title>IOMMU groups of a host</title>\n<style>\n");
    out.append(SvgFonts.styleSheet(picture)).append("</style>\n");
    out.append("<rect x=\"").append(text(clip.x())).append("\" y=\"").append(text(clip.y()));
    out.append("\" width=\"100%\" height=\"100%\" fill=\"");
    out.append(colours.of(Ink.of(Role.BACKGROUND))).append("\"/>\n");
    picture.drawing().paint(new SvgSurface(out, colours), Detail.DETAILS, clip);
    return out.append("</svg>\n").toString();
  }
}
