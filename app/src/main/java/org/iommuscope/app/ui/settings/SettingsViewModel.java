package org.iommuscope.app.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.settings.Settings;
import org.iommuscope.app.settings.SettingsStore;
import org.iommuscope.app.workspace.Latest;

/** The settings of now; each change is kept at once, in the background. */
public final class SettingsViewModel {

  private static final int MOST_RECENT = 10;

  private final SettingsStore store;
  private final Latest.Executors executors;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ReadOnlyObjectWrapper<List<Path>> recent;
  private final ReadOnlyObjectWrapper<String> problem;

  public SettingsViewModel(
      SettingsStore store, SettingsStore.Loaded loaded, Latest.Executors executors) {
    this.store = store;
    this.executors = executors;
    settings = new ReadOnlyObjectWrapper<>(loaded.settings());
    recent = new ReadOnlyObjectWrapper<>(loaded.recent());
    problem = new ReadOnlyObjectWrapper<>(String.join("\n", loaded.problems()));
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  public Settings settings() {
    return settings.get();
  }

  /** The captures opened last, the newest first. */
  public ReadOnlyObjectProperty<List<Path>> recentProperty() {
    return recent.getReadOnlyProperty();
  }

  /** What could not be read or kept, a sentence each; empty where all is well. */
  public ReadOnlyObjectProperty<String> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public void change(UnaryOperator<Settings> change) {
    Settings changed = change.apply(settings.get());
    if (!changed.equals(settings.get())) {
      settings.set(changed);
      keep(() -> store.keep(changed));
    }
  }

  /** Notes that a capture was opened. */
  public void opened(Path capture) {
    Path whole = capture.toAbsolutePath().normalize();
    List<Path> changed =
        Stream.concat(Stream.of(whole), recent.get().stream().filter(known -> !known.equals(whole)))
            .limit(MOST_RECENT)
            .toList();
    recent.set(changed);
    keep(() -> store.keepRecent(changed));
  }

  private void keep(Supplier<Optional<String>> keeping) {
    executors
        .background()
        .execute(() -> {
          Optional<String> failure = keeping.get();
          executors.window().execute(() -> failure.ifPresent(problem::set));
        });
  }
}
