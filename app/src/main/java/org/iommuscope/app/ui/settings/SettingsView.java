package org.iommuscope.app.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.iommuscope.app.settings.Settings;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;

/** A form with every setting; what is chosen holds at once. */
public final class SettingsView extends GridPane {

  private final SettingsViewModel model;
  private int row;

  public SettingsView(SettingsViewModel model) {
    this.model = model;
    setId("settings");
    getStyleClass().add("form");
    choice(
        "Theme",
        "setting-theme",
        List.of(Settings.Look.values()),
        look -> capital(look.word()),
        Settings::look,
        Settings::withLook);
    choice(
        "Size of everything",
        "setting-scale",
        Settings.SCALES,
        percent -> percent == Settings.AS_THE_SCREEN ? "As the screen has it" : percent + " %",
        Settings::scale,
        Settings::withScale);
    note("The size holds when the program is started next.");
    choice(
        "Rules for plans that name none",
        "setting-profile",
        profiles(),
        profile -> profile.orElse("Follow the kernel"),
        Settings::profile,
        Settings::withProfile);
    note("It holds for what is opened from now on.");
    choice(
        "Devices that are alike",
        "setting-folds",
        List.of(Settings.FoldsAtFirst.values()),
        SettingsView::folds,
        Settings::folds,
        Settings::withFolds);
    smallMap();
  }

  private void smallMap() {
    CheckBox map = new CheckBox("Show the small map where the picture is larger than the window");
    map.setId("setting-map");
    map.setSelected(model.settings().smallMap());
    map.setOnAction(chosen -> model.change(settings -> settings.withSmallMap(map.isSelected())));
    add(map, 0, row++, 2, 1);
  }

  private <T> void choice(
      String title,
      String id,
      List<T> values,
      Function<T, String> word,
      Function<Settings, T> shown,
      BiFunction<Settings, T, Settings> with) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new Words<>(word));
    box.getItems().setAll(values);
    box.setValue(shown.apply(model.settings()));
    box.setOnAction(chosen -> model.change(settings -> with.apply(settings, box.getValue())));
    Label label = new Label(title);
    label.setLabelFor(box);
    addRow(row++, label, box);
  }

  private void note(String text) {
    Label note = new Label(text);
    note.getStyleClass().add("muted");
    add(note, 1, row++);
  }

  private static List<Optional<String>> profiles() {
    return Stream.concat(
            Stream.of(Optional.<String>empty()),
            RuleProfiles.all().stream().map(RuleProfile::id).map(Optional::of))
        .toList();
  }

  private static String folds(Settings.FoldsAtFirst folds) {
    return switch (folds) {
      case USUAL -> "Share a row until it is opened";
      case OPEN -> "Have a row each";
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
  }

  /** Says values in words; nobody types them. */
  private static final class Words<T> extends StringConverter<T> {

    private final Function<T, String> word;

    Words(Function<T, String> word) {
      this.word = word;
    }

    @Override
    public String toString(T value) {
      return word.apply(value);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException("values are chosen and not typed");
    }
  }
}
