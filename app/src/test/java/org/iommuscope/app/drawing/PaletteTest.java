package org.iommuscope.app.drawing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts can be read on their grounds in both themes: WCAG 2.2, level AA. */
class PaletteTest {

  private static final double READABLE = 4.5;

  private record Pair(String theme, Palette palette, Role text, Ink ground) {
    @Override
    public String toString() {
      return theme + ": " + text + " on " + ground;
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_text_stands_out_from_its_ground(Pair pair) {
    int text = pair.palette().rgb(Ink.of(pair.text()));
    double contrast = contrast(text, pair.palette().rgb(pair.ground()));
    assertTrue(contrast >= READABLE, pair + ": " + contrast);
  }

  private static Stream<Pair> pairs() {
    return Stream.concat(pairs("light", Palette.LIGHT), pairs("dark", Palette.DARK));
  }

  private static Stream<Pair> pairs(String theme, Palette palette) {
    Stream<Pair> plain =
        List.of(
                List.of(Role.TEXT, Role.ROW_FILL),
                List.of(Role.TEXT, Role.MDEV_FILL),
                List.of(Role.TEXT, Role.HEAD_FILL),
                List.of(Role.MDEV_TEXT, Role.MDEV_FILL),
                List.of(Role.USE_TEXT, Role.USE_FILL),
                List.of(Role.LOSS_TEXT, Role.LOSS_FILL),
                List.of(Role.MDEV_TEXT, Role.ROW_FILL),
                List.of(Role.MDEV_TEXT, Role.BACKGROUND),
                List.of(Role.UNREAD_TEXT, Role.MDEV_FILL),
                List.of(Role.TEXT_MUTED, Role.BACKGROUND),
                List.of(Role.PILL_TEXT, Role.PILL_FILL),
                List.of(Role.VFIO_TEXT, Role.VFIO_FILL),
                List.of(Role.NONE_TEXT, Role.ROW_FILL),
                List.of(Role.NONE_TEXT, Role.BACKGROUND),
                List.of(Role.UNREAD_TEXT, Role.ROW_FILL),
                List.of(Role.UNREAD_TEXT, Role.BACKGROUND),
                List.of(Role.ALONE_TEXT, Role.BACKGROUND),
                List.of(Role.WARNING_TEXT, Role.BACKGROUND),
                List.of(Role.CHIP_TEXT, Role.CHIP_FILL),
                List.of(Role.SIGN_TEXT, Role.YES_FILL),
                List.of(Role.SIGN_TEXT, Role.NO_FILL),
                List.of(Role.SIGN_TEXT, Role.UNSAFE_FILL),
                List.of(Role.SIGN_TEXT, Role.CRASH_FILL),
                List.of(Role.SIGN_TEXT, Role.UNSURE_FILL))
            .stream()
            .map(roles -> new Pair(theme, palette, roles.getFirst(), Ink.of(roles.getLast())));
    Stream<Pair> badges =
        Stream.iterate(0, hue -> hue < palette.hues(Role.BADGE_FILL), hue -> hue + 1)
            .map(hue -> new Pair(theme, palette, Role.BADGE_TEXT, new Ink(Role.BADGE_FILL, hue)));
    return Stream.concat(plain, badges);
  }

  private static double contrast(int one, int two) {
    double lighter = Math.max(luminance(one), luminance(two));
    double darker = Math.min(luminance(one), luminance(two));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
