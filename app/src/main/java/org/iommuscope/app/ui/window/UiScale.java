package org.iommuscope.app.ui.window;

import java.util.Map;
import org.iommuscope.app.settings.Settings;

/** How large everything is, as the toolkit of each platform is told before it starts. */
final class UiScale {

  private UiScale() {}

  /**
   * The system properties that say it, which the toolkit reads once; none where it is as the screen
   * has it.
   */
  static Map<String, String> properties(int percent) {
    return percent == Settings.AS_THE_SCREEN
        ? Map.of()
        : Map.of("glass.gtk.uiScale", percent + "%", "glass.win.uiScale", percent + "%");
  }
}
