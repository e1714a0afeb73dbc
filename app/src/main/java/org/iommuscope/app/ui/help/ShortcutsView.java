package org.iommuscope.app.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every key of the window, a heading for each menu, in two columns. */
public final class ShortcutsView extends HBox {

  public ShortcutsView(List<ShortcutGroup> groups) {
    setId("shortcuts");
    getStyleClass().add("shortcuts");
    int half = groups.stream().mapToInt(ShortcutsView::height).sum() / 2;
    VBox first = column();
    VBox second = column();
    int height = 0;
    for (ShortcutGroup group : groups) {
      boolean fits = height + height(group) / 2 <= half;
      (fits ? first : second).getChildren().add(section(group));
      height += height(group);
    }
  }

  private VBox column() {
    VBox column = new VBox();
    column.getStyleClass().add("shortcut-column");
    getChildren().add(column);
    return column;
  }

  private static int height(ShortcutGroup group) {
    return group.shortcuts().size() + 2;
  }

  private static VBox section(ShortcutGroup group) {
    Label title = new Label(group.title());
    title.getStyleClass().add("headline");
    VBox section = new VBox(title);
    section.getStyleClass().add("shortcut-group");
    for (ShortcutGroup.Shortcut shortcut : group.shortcuts()) {
      Label keys = new Label(shortcut.keys());
      keys.getStyleClass().add("keys");
      HBox place = new HBox(keys);
      place.getStyleClass().add("shortcut-keys");
      Label text = new Label(shortcut.text());
      text.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(place, text);
      line.getStyleClass().add("shortcut");
      section.getChildren().add(line);
    }
    return section;
  }
}
