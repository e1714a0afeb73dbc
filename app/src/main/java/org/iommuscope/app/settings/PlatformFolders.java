package org.iommuscope.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the platform has a program keep its files: on Linux as the XDG base directory specification
 * says.
 *
 * @param config for what the user chose
 * @param state for what the program notes for itself, its log among it
 */
public record PlatformFolders(Path config, Path state) {

  private static final String NAME = "iommuscope";

  /** Those of a user with this environment, home folder and operating system. */
  public static PlatformFolders of(Map<String, String> environment, Path home, String system) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      Path roaming = folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
      Path local = folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
      return new PlatformFolders(roaming.resolve(NAME), local.resolve(NAME));
    }
    if (lower.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new PlatformFolders(
          library.resolve("Application Support").resolve(NAME),
          library.resolve("Logs").resolve(NAME));
    }
    return new PlatformFolders(
        folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve(NAME),
        folder(environment.get("XDG_STATE_HOME"), home.resolve(".local/state")).resolve(NAME));
  }

  /** The specification has relative paths ignored. */
  private static Path folder(@Nullable String named, Path usual) {
    return named != null && named.startsWith("/") || named != null && named.contains(":\\")
        ? Path.of(named)
        : usual;
  }
}
