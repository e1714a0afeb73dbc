package org.iommuscope.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where settings and the captures opened last are kept. */
public interface SettingsStore {

  /**
   * What was kept.
   *
   * @param problems a sentence for each thing that could not be read and is as usual instead
   */
  record Loaded(Settings settings, List<Path> recent, List<String> problems) {
    public Loaded {
      recent = List.copyOf(recent);
      problems = List.copyOf(problems);
    }
  }

  Loaded load();

  /** Keeps settings; answers with a sentence why where it could not. */
  Optional<String> keep(Settings settings);

  /** Keeps the captures opened last, the newest first; answers as {@link #keep} does. */
  Optional<String> keepRecent(List<Path> captures);
}
