package org.iommuscope.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;

/** Settings as the text of a properties file; each key may be left out. */
final class SettingsText {

  private static final String FOLLOW = "follow";

  private final Properties given = new Properties();
  private final List<String> problems = new ArrayList<>();

  private SettingsText() {}

  /** Settings as they were read, the usual ones where a value is none, with a sentence for each. */
  record Read(Settings settings, List<String> problems) {
    Read {
      problems = List.copyOf(problems);
    }
  }

  static Read read(String text) {
    SettingsText reading = new SettingsText();
    try {
      reading.given.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException malformed) {
      return new Read(Settings.USUAL, List.of("it is no properties file"));
    }
    return new Read(reading.settings(), reading.problems);
  }

  static String write(Settings settings) {
    return """
    # How iommuscope looks and begins. The window writes this file; it may be edited while it is closed.
    # light, dark
    theme=%s
    # screen, or percent: 100, 125, 150, 200
    scale=%s
    # the rule profile for plans that name none: follow, or a name that 'iommuscope profiles' lists
    profile=%s
    # usual, open
    folds=%s
    # shown, hidden
    small-map=%s
    """
        .formatted(
            settings.look().word(),
            scale(settings.scale()),
            settings.profile().orElse(FOLLOW),
            settings.folds().word(),
            settings.smallMap() ? "shown" : "hidden");
  }

  private Settings settings() {
    Settings usual = Settings.USUAL;
    return new Settings(
        one("theme", usual.look(), Stream.of(Settings.Look.values()), Settings.Look::word),
        one("scale", usual.scale(), Settings.SCALES.stream(), SettingsText::scale),
        one("profile", usual.profile(), profiles(), id -> id.orElse(FOLLOW)),
        one(
            "folds",
            usual.folds(),
            Stream.of(Settings.FoldsAtFirst.values()),
            Settings.FoldsAtFirst::word),
        one("small-map", usual.smallMap(), Stream.of(true, false), SettingsText::shown));
  }

  private static String scale(int percent) {
    return percent == Settings.AS_THE_SCREEN ? "screen" : Integer.toString(percent);
  }

  private static Stream<Optional<String>> profiles() {
    return Stream.concat(
        Stream.of(Optional.empty()),
        RuleProfiles.all().stream().map(RuleProfile::id).map(Optional::of));
  }

  private static String shown(boolean shown) {
    return shown ? "shown" : "hidden";
  }

  private <T> T one(String key, T usual, Stream<T> values, Function<T, String> word) {
    String text = given.getProperty(key, word.apply(usual)).strip();
    List<T> known = values.toList();
    return known.stream()
        .filter(value -> word.apply(value).equals(text))
        .findFirst()
        .orElseGet(() -> {
          problems.add(
              "%s is \"%s\", not one of %s"
                  .formatted(key, text, String.join(", ", known.stream().map(word).toList())));
          return usual;
        });
  }
}
