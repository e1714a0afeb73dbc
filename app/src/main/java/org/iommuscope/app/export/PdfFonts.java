package org.iommuscope.app.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.iommuscope.app.layout.TextStyle;
import org.iommuscope.app.layout.Typeface;

/** The fonts of a PDF document, each with its used glyphs alone. */
final class PdfFonts {

  /** Stands for what a font has no glyph for; every bundled font has this one. */
  private static final int REPLACEMENT = '?';

  private record Embedded(PDType0Font font, Set<Integer> characters) {}

  private final Map<Typeface, Embedded> fonts = new EnumMap<>(Typeface.class);

  private PdfFonts() {}

  /** Embeds what a picture writes with. */
  static PdfFonts of(PictureRequest picture, PDDocument document) throws IOException {
    Map<Typeface, SortedSet<Integer>> used = new TreeMap<>();
    UsedCharacters.of(picture).forEach(used::put);
    PdfFonts fonts = new PdfFonts();
    for (Map.Entry<Typeface, SortedSet<Integer>> font : used.entrySet()) {
      fonts.fonts.put(font.getKey(), embed(document, font.getKey(), font.getValue()));
    }
    return fonts;
  }

  PDType0Font of(TextStyle style) {
    return embedded(style).font();
  }

  /** The text with each character that the font lacks replaced. */
  String writable(String text, TextStyle style) {
    Set<Integer> known = embedded(style).characters();
    return text.codePoints()
        .map(point -> known.contains(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private Embedded embedded(TextStyle style) {
    return Objects.requireNonNull(fonts.get(style.face()));
  }

  private static Embedded embed(PDDocument document, Typeface face, SortedSet<Integer> used)
      throws IOException {
    SortedSet<Integer> characters = new TreeSet<>(used);
    characters.add(REPLACEMENT);
    byte[] subset = FontSubset.of(face, characters);
    PDType0Font font = PDType0Font.load(document, new ByteArrayInputStream(subset), true);
    Set<Integer> known = new TreeSet<>();
    for (int character : characters) {
      if (writes(font, character)) {
        known.add(character);
      }
    }
    return new Embedded(font, known);
  }

  private static boolean writes(PDType0Font font, int character) throws IOException {
    try {
      return font.encode(Character.toString(character)).length > 0;
    } catch (IllegalArgumentException noGlyph) {
      return false;
    }
  }
}
