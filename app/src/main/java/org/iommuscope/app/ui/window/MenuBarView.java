package org.iommuscope.app.ui.window;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

/** The menus. */
final class MenuBarView extends MenuBar {

  MenuBarView(Commands commands) {
    setId("menus");
    commands.groups().forEach(group -> getMenus().add(menu(group)));
  }

  private static Menu menu(CommandGroup group) {
    Menu menu = new Menu(group.title());
    for (Command command : group.commands()) {
      menu.getItems().add(item(command));
    }
    return menu;
  }

  // Keys are told and not installed: the window handles them, and knows when a letter is text.
  private static MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.text() + "    " + command.keysText());
    item.disableProperty().bind(command.enabled().not());
    item.setOnAction(chosen -> command.run());
    return item;
  }
}
