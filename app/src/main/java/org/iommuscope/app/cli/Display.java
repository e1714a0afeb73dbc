package org.iommuscope.app.cli;

import java.util.Map;
import java.util.Properties;

/** Whether there is a screen to open a window on. */
record Display(boolean present) {

  static Display ofThisProcess() {
    return of(System.getenv(), System.getProperties());
  }

  /** X11 and Wayland name theirs in the environment; JavaFX can also draw without any. */
  static Display of(Map<String, String> environment, Properties properties) {
    return new Display(
        !environment.getOrDefault("DISPLAY", "").isEmpty()
            || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
            || "Headless".equalsIgnoreCase(properties.getProperty("glass.platform", "")));
  }
}
