package org.iommuscope.app.canvas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.text.Font;
import org.iommuscope.app.layout.TextStyle;

/**
 * The bundled fonts, loaded for each style; asking JavaFX for them by name would silently give
 * another weight.
 */
public final class Fonts {

  private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);

  private Fonts() {
    for (TextStyle style : TextStyle.values()) {
      fonts.put(style, load(style));
    }
  }

  /** Loads every style's font; needs a running toolkit. */
  public static Fonts load() {
    return new Fonts();
  }

  public Font of(TextStyle style) {
    return Objects.requireNonNull(fonts.get(style));
  }

  private static Font load(TextStyle style) {
    String resource = style.face().resource();
    try (InputStream file = Fonts.class.getResourceAsStream(resource)) {
      Font font = file == null ? null : Font.loadFont(file, style.size());
      if (font == null) {
        throw new IllegalStateException("the program lacks its font " + resource);
      }
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
