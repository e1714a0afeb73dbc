package org.iommuscope.app.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the advances of the bundled fonts, without a toolkit and without kerning. */
public final class FontMeasure implements TextMeasure {

  private final Map<Typeface, Advances> faces = new EnumMap<>(Typeface.class);

  private FontMeasure() {
    for (Typeface face : Typeface.values()) {
      faces.put(face, load(face));
    }
  }

  /** Reads the advances of every bundled font; some milliseconds. */
  public static FontMeasure load() {
    return new FontMeasure();
  }

  @Override
  public double width(String text, TextStyle style) {
    Advances advances = faces.get(style.face());
    return advances == null ? 0 : advances.of(text) * style.size();
  }

  private static Advances load(Typeface face) {
    try (InputStream file = FontMeasure.class.getResourceAsStream(face.resource())) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its font " + face.resource());
      }
      return Advances.read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
