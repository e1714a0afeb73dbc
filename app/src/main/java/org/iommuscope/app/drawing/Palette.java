package org.iommuscope.app.drawing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The colours of a theme, by role; the themes are {@link #LIGHT} and {@link #DARK}. */
public final class Palette {

  public static final Palette LIGHT = new Palette(PaletteColours.light());
  public static final Palette DARK = new Palette(PaletteColours.dark());

  private final Map<Role, int[]> colours;

  private Palette(Map<Role, List<Integer>> byRole) {
    this.colours = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<Integer> hues = byRole.getOrDefault(role, List.of());
      if (hues.isEmpty()) {
        throw new IllegalArgumentException("the theme has no colour for " + role);
      }
      colours.put(role, hues.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** The colour of an ink as {@code 0xrrggbb}. */
  public int rgb(Ink ink) {
    int[] hues = colours.getOrDefault(ink.role(), new int[] {0});
    return hues[ink.hue() % hues.length];
  }

  /** How many colours a role has. */
  int hues(Role role) {
    return colours.getOrDefault(role, new int[0]).length;
  }
}
