package org.iommuscope.app.stories;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.settings.Settings;
import org.iommuscope.app.settings.SettingsStore;
import org.iommuscope.app.ui.log.NoLog;
import org.iommuscope.app.ui.settings.SettingsViewModel;
import org.iommuscope.app.ui.window.Surroundings;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.PlanSaving;
import org.iommuscope.app.workspace.PlanStore;

/** Settings of one window, which leave nothing behind. */
record NothingKept(SettingsStore.Loaded loaded) implements SettingsStore {

  private static final List<Path> RECENT =
      List.of(Path.of("/captures/server.tar.gz"), Path.of("/captures/laptop"));

  /** A window that keeps nothing, in the usual settings. */
  static Surroundings around(Latest.Executors executors) {
    return around(executors, List.of());
  }

  /** The same, after sessions that have ended. */
  static Surroundings around(Latest.Executors executors, List<SessionStore.Left> left) {
    SettingsStore.Loaded usual = new SettingsStore.Loaded(Settings.USUAL, RECENT, List.of());
    return new Surroundings(
        new PlanSaving(
            (file, plan, host) -> new PlanStore.Saved(plan, Optional.empty()), executors),
        (file, picture) -> Optional.empty(),
        (file, capture) -> Optional.empty(),
        (folder, files) -> Optional.empty(),
        new SettingsViewModel(new NothingKept(usual), usual, executors),
        new NoLog(),
        new HeldText(),
        "0.1.0",
        NoSessions.LEFT_NOTHING,
        left,
        executors);
  }

  @Override
  public Loaded load() {
    return loaded;
  }

  @Override
  public Optional<String> keep(Settings settings) {
    return Optional.empty();
  }

  @Override
  public Optional<String> keepRecent(List<Path> captures) {
    return Optional.empty();
  }
}
