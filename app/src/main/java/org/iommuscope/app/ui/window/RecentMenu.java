package org.iommuscope.app.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.iommuscope.app.ui.settings.SettingsViewModel;

/** The captures opened last, the newest first. */
final class RecentMenu extends Menu {

  RecentMenu(SettingsViewModel settings, Consumer<Path> open) {
    super("Open again");
    setId("recent");
    settings.recentProperty().subscribe(captures -> show(captures, open));
  }

  private void show(List<Path> captures, Consumer<Path> open) {
    getItems().clear();
    for (Path capture : captures) {
      MenuItem item = new MenuItem(capture.toString());
      item.setMnemonicParsing(false);
      item.setOnAction(chosen -> open.accept(capture));
      getItems().add(item);
    }
    setDisable(captures.isEmpty());
  }
}
