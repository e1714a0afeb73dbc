package org.iommuscope.app.settings;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings in {@code settings.properties} of one folder, captures in {@code recent} of another; a
 * broken settings file is told and left as it is.
 */
public final class SettingsFiles implements SettingsStore {

  private final KeptText settings;
  private final KeptText recent;
  private boolean broken;

  public SettingsFiles(PlatformFolders folders) {
    settings = new KeptText(folders.config().resolve("settings.properties"));
    recent = new KeptText(folders.state().resolve("recent"));
  }

  @Override
  public Loaded load() {
    List<String> problems = new ArrayList<>();
    Settings read = settingsOr(problems);
    broken = !problems.isEmpty();
    return new Loaded(read, recentOr(problems), problems);
  }

  @Override
  public Optional<String> keep(Settings changed) {
    return broken
        ? Optional.of(
            settings.file()
                + " is broken and left as it is; what is chosen now lasts until the window closes."
                + " Mend the file or take it away to have settings kept")
        : settings.write(SettingsText.write(changed));
  }

  @Override
  public Optional<String> keepRecent(List<Path> captures) {
    return recent.write(captures.stream().map(path -> path + "\n").collect(Collectors.joining()));
  }

  private Settings settingsOr(List<String> problems) {
    try {
      SettingsText.Read read = SettingsText.read(settings.read().orElse(""));
      read.problems()
          .forEach(problem ->
              problems.add(settings.file() + ": " + problem + "; the usual setting holds"));
      return read.settings();
    } catch (IOException unreadable) {
      problems.add(settings.file() + " cannot be read: " + KeptText.reason(unreadable));
      return Settings.USUAL;
    }
  }

  private List<Path> recentOr(List<String> problems) {
    try {
      return recent.read().orElse("").lines().flatMap(SettingsFiles::path).toList();
    } catch (IOException unreadable) {
      problems.add(recent.file() + " cannot be read: " + KeptText.reason(unreadable));
      return List.of();
    }
  }

  private static Stream<Path> path(String line) {
    try {
      return line.isBlank() ? Stream.empty() : Stream.of(Path.of(line));
    } catch (InvalidPathException none) {
      return Stream.empty();
    }
  }
}
