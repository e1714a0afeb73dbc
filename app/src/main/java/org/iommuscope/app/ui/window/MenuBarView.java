package org.iommuscope.app.ui.window;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

/** The menus. */
final class MenuBarView extends MenuBar {

  MenuBarView(Commands commands) {
    setId("menus");
    getMenus()
        .addAll(
            menu("File", commands.open(), commands.save(), commands.quit()),
            menu("Plan", commands.undo(), commands.redo(), commands.assign(), commands.newGuest()),
            menu(
                "View",
                commands.find(),
                commands.fit(),
                commands.fitSelection(),
                commands.zoomIn(),
                commands.zoomOut(),
                commands.switchView(),
                commands.switchTheme()),
            menu("Help", commands.shortcuts()));
  }

  private static Menu menu(String title, Command... commands) {
    Menu menu = new Menu(title);
    for (Command command : commands) {
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
