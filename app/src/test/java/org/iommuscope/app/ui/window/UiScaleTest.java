package org.iommuscope.app.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.iommuscope.app.settings.Settings;
import org.junit.jupiter.api.Test;

/** The scale of the settings, on its way to the toolkit. */
class UiScaleTest {

  @Test
  void what_is_as_the_screen_has_it_is_left_to_the_toolkit() {
    assertEquals(Map.of(), UiScale.properties(Settings.AS_THE_SCREEN));
  }

  @Test
  void every_other_scale_is_told_to_the_toolkits_of_two_platforms() {
    Settings.SCALES.stream()
        .filter(scale -> scale != Settings.AS_THE_SCREEN)
        .forEach(scale ->
            assertEquals(
                Map.of("glass.gtk.uiScale", scale + "%", "glass.win.uiScale", scale + "%"),
                UiScale.properties(scale)));
  }
}
