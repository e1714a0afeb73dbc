package org.iommuscope.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a picture as a standalone SVG document. */
final class SvgExport implements Export {

  @Override
  public String suffix() {
    return ".svg";
  }

  @Override
  public void write(PictureRequest picture, OutputStream out) throws IOException {
    SvgColours colours = ink -> Hex.of(picture.palette().rgb(ink));
    out.write(SvgDocument.of(picture, colours).getBytes(StandardCharsets.UTF_8));
  }
}
