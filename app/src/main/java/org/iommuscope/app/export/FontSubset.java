package org.iommuscope.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.iommuscope.app.layout.Typeface;

/** As much of a bundled font as a picture needs: a TrueType file of the used glyphs. */
final class FontSubset {

  /** What a browser and a PDF reader need; kerning and ligatures are in other tables. */
  private static final List<String> TABLES =
      List.of(
          "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
          "name", "post", "prep");

  private FontSubset() {}

  /**
   * The subset of a font for some characters, given as code points.
   *
   * <p>Without kerning and ligatures, so that a text is as wide as it was measured.
   */
  static byte[] of(Typeface face, Set<Integer> characters) throws IOException {
    try (InputStream file = FontSubset.class.getResourceAsStream(face.resource())) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its font " + face.resource());
      }
      try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
        TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
        subsetter.addAll(characters);
        ByteArrayOutputStream subset = new ByteArrayOutputStream();
        subsetter.writeToStream(subset);
        return subset.toByteArray();
      }
    }
  }
}
