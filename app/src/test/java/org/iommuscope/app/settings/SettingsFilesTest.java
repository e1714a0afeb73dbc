package org.iommuscope.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is found again, and what is broken is told and left alone. */
class SettingsFilesTest {

  private static final Settings OTHERS =
      new Settings(
          Settings.Look.DARK, 150, Optional.of("viability"), Settings.FoldsAtFirst.OPEN, false);

  @TempDir private Path home;

  @Test
  void what_was_kept_is_found_at_the_next_start() {
    assertEquals(Settings.USUAL, files().load().settings());
    assertEquals(Optional.empty(), files().keep(OTHERS));
    assertEquals(new SettingsStore.Loaded(OTHERS, List.of(), List.of()), files().load());
  }

  @Test
  void the_captures_opened_last_keep_their_order() {
    List<Path> captures = List.of(Path.of("/captures/b.tar.gz"), Path.of("/captures/a"));
    assertEquals(Optional.empty(), files().keepRecent(captures));
    assertEquals(captures, files().load().recent());
  }

  @Test
  void a_broken_file_is_told_and_left_as_it_is() throws IOException {
    Path file = folders().config().resolve("settings.properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "theme=mauve\nscale=150\n");
    SettingsFiles files = files();
    SettingsStore.Loaded loaded = files.load();
    assertEquals(Settings.USUAL.withScale(150), loaded.settings());
    assertEquals(
        List.of(file + ": theme is \"mauve\", not one of light, dark; the usual setting holds"),
        loaded.problems());
    assertTrue(files.keep(OTHERS).orElseThrow().contains("is broken and left as it is"));
    assertEquals("theme=mauve\nscale=150\n", Files.readString(file));
  }

  @Test
  void a_folder_that_cannot_be_made_is_a_sentence() throws IOException {
    Files.writeString(home.resolve(".config"), "a file where a folder should be");
    assertTrue(files().keep(OTHERS).orElseThrow().contains("cannot be written"));
  }

  @Test
  void no_draft_is_left_beside_the_file() throws IOException {
    files().keep(OTHERS);
    try (Stream<Path> kept = Files.list(folders().config())) {
      assertEquals(
          List.of("settings.properties"), kept.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void each_platform_has_its_own_folders() {
    Path user = Path.of("/home/user");
    assertEquals(
        new PlatformFolders(
            user.resolve(".config/iommuscope"), user.resolve(".local/state/iommuscope")),
        PlatformFolders.of(Map.of("XDG_CONFIG_HOME", "relative/is/ignored"), user, "Linux"));
    assertEquals(
        new PlatformFolders(Path.of("/etc/me/iommuscope"), Path.of("/var/me/iommuscope")),
        PlatformFolders.of(
            Map.of("XDG_CONFIG_HOME", "/etc/me", "XDG_STATE_HOME", "/var/me"), user, "Linux"));
    assertEquals(
        user.resolve("Library/Application Support/iommuscope"),
        PlatformFolders.of(Map.of(), user, "Mac OS X").config());
    assertEquals(
        user.resolve("AppData/Roaming/iommuscope"),
        PlatformFolders.of(Map.of(), user, "Windows 11").config());
  }

  private PlatformFolders folders() {
    return PlatformFolders.of(Map.of(), home, "Linux");
  }

  private SettingsFiles files() {
    return new SettingsFiles(folders());
  }
}
