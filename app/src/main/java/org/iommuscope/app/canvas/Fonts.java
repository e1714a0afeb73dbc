package org.iommuscope.app.canvas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.text.Font;
import org.iommuscope.app.layout.TextStyle;
import org.iommuscope.app.layout.Typeface;

/**
 * The bundled fonts in every size; asking JavaFX for a family and a weight would silently give
 * another weight, so that they are asked for by the full names that loading told.
 */
public final class Fonts {

  /** A zoom uses one size for each style; more than this many zooms are not worth keeping. */
  private static final int MOST_SIZES = 400;

  private record Sized(Typeface face, double size) {}

  private final Map<Typeface, String> names = new EnumMap<>(Typeface.class);
  private final Map<Sized, Font> fonts = new HashMap<>();

  private Fonts() {
    for (Typeface face : Typeface.values()) {
      names.put(face, load(face).getName());
    }
  }

  /** Loads every font; needs a running toolkit. */
  public static Fonts load() {
    return new Fonts();
  }

  /** A style at 100 %. */
  public Font of(TextStyle style) {
    return of(style, 1);
  }

  /** A style at a zoom. */
  Font of(TextStyle style, double zoom) {
    if (fonts.size() > MOST_SIZES) {
      fonts.clear();
    }
    return fonts.computeIfAbsent(new Sized(style.face(), style.size() * zoom), this::make);
  }

  private Font make(Sized wanted) {
    return new Font(Objects.requireNonNull(names.get(wanted.face())), wanted.size());
  }

  private static Font load(Typeface face) {
    try (InputStream file = Fonts.class.getResourceAsStream(face.resource())) {
      Font font = file == null ? null : Font.loadFont(file, TextStyle.NAME.size());
      if (font == null) {
        throw new IllegalStateException("the program lacks its font " + face.resource());
      }
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
