package org.iommuscope.app.ui.window;

import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.iommuscope.app.ui.sign.NodeId;

/** The menus. */
final class MenuBarView extends MenuBar {

  MenuBarView(Commands commands, RecentMenu recent) {
    setId("menus");
    commands.groups().forEach(group -> getMenus().add(menu(group)));
    getMenus().getFirst().getItems().add(2, recent);
    addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, left -> leaveKeysToTheWindow());
  }

  /**
   * JavaFX 26 lets an arrow key open the menu that the pointer passed last, wherever the focus is;
   * it forgets that menu where Alt is pressed.
   */
  private void leaveKeysToTheWindow() {
    if (getMenus().stream().noneMatch(Menu::isShowing)) {
      fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ALT, false, false, true, false));
    }
  }

  private static Menu menu(CommandGroup group) {
    Menu menu = new Menu(group.title());
    menu.setId(NodeId.of("menu", group.title().toLowerCase(Locale.ROOT)));
    for (Command command : group.commands()) {
      menu.getItems().add(item(command));
    }
    return menu;
  }

  // The window hears the keys first, and knows when a letter is text; here they are told. A menu
  // would take a letter from the field that it is typed into, so that these stand in the text.
  private static MenuItem item(Command command) {
    boolean plain = command.isPlainKey();
    MenuItem item = new MenuItem(command.text() + (plain ? "  (" + command.keysText() + ")" : ""));
    command.keys().filter(keys -> !plain).ifPresent(item::setAccelerator);
    item.disableProperty().bind(command.enabled().not());
    item.setOnAction(chosen -> command.run());
    return item;
  }
}
