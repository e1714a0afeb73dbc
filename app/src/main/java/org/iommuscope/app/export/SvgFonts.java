package org.iommuscope.app.export;

import static org.iommuscope.app.export.Numbers.text;

import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.iommuscope.app.layout.TextStyle;
import org.iommuscope.app.layout.Typeface;

/** The style sheet by which a picture brings its fonts along, each with its used glyphs alone. */
final class SvgFonts {

  private SvgFonts() {}

  /** Rules for the fonts and for the classes of {@link SvgSurface#styleClass}. */
  static String styleSheet(PictureRequest picture) throws IOException {
    SortedMap<Typeface, SortedSet<Integer>> used = new TreeMap<>();
    UsedCharacters.of(picture).forEach(used::put);
    StringBuilder rules = new StringBuilder();
    for (var font : used.entrySet()) {
      rules.append(face(font.getKey(), font.getValue()));
    }
    for (TextStyle style : TextStyle.values()) {
      rules.append(rule(style));
    }
    return rules.toString();
  }

  private static String face(Typeface face, Set<Integer> characters) throws IOException {
    String font = Base64.getEncoder().encodeToString(FontSubset.of(face, characters));
    return "@font-face{font-family:'%s';font-weight:%d;src:url(data:font/ttf;base64,%s)}\n"
        .formatted(face.family(), face.weight(), font);
  }

  private static String rule(TextStyle style) {
    Typeface face = style.face();
    String fallback =
        switch (face) {
          case MONO -> "monospace";
          case REGULAR, MEDIUM, SEMIBOLD -> "sans-serif";
        };
    return ".%s{font:%d %spx '%s',%s;white-space:pre}\n"
        .formatted(
            SvgSurface.styleClass(style),
            face.weight(),
            text(style.size()),
            face.family(),
            fallback);
  }
}
