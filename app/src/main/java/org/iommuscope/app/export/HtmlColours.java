package org.iommuscope.app.export;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Role;

/** Names the colours of a page, so that its style sheet can give each a light and a dark value. */
final class HtmlColours implements SvgColours {

  private record Pair(int light, int dark) {}

  private final Map<Pair, String> names = new LinkedHashMap<>();

  @Override
  public String of(Ink ink) {
    return "var(--" + name(ink) + ")";
  }

  /** The values of every name, by the reader's choice; paper is light. */
  String styleSheet() {
    StringBuilder light = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
      define(light, name, Palette.LIGHT.rgb(Ink.of(role)));
      define(dark, name, Palette.DARK.rgb(Ink.of(role)));
    }
    names.forEach((pair, name) -> {
      define(light, name, pair.light());
      define(dark, name, pair.dark());
    });
    return """
    :root{color-scheme:light dark;%s}
    @media (prefers-color-scheme:dark){:root{%s}}
    @media print{:root{color-scheme:light;%s}}
    """
        .formatted(light, dark, light);
  }

  private String name(Ink ink) {
    Pair pair = new Pair(Palette.LIGHT.rgb(ink), Palette.DARK.rgb(ink));
    return names.computeIfAbsent(pair, none -> "c" + names.size());
  }

  private static void define(StringBuilder rules, String name, int rgb) {
    rules.append("--").append(name).append(':').append(Hex.of(rgb)).append(';');
  }
}
