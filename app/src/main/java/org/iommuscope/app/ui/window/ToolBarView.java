package org.iommuscope.app.ui.window;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.iommuscope.app.ui.filter.FilterMenu;
import org.iommuscope.app.ui.find.FindField;

/** The row of tools above the picture. */
final class ToolBarView extends HBox {

  ToolBarView(Commands commands, FindField find, FilterMenu filter, ProfileChooser profile) {
    setId("tools");
    getStyleClass().add("tools");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            button(commands.tools().back(), "back"),
            button(commands.tools().forward(), "forward"),
            button(commands.tools().open(), "open-capture"),
            button(commands.tools().undo(), "undo"),
            button(commands.tools().redo(), "redo"),
            views(commands.shown()),
            button(commands.tools().fit(), "fit"),
            gap,
            filter,
            find,
            profile);
  }

  private static Button button(Command command, String id) {
    Button button = new Button(command.shortText());
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().addAll("flat", "tool");
    button.setFocusTraversable(true);
    button.setTooltip(new Tooltip(command.text() + " (" + command.keysText() + ")"));
    button.disableProperty().bind(command.enabled().not());
    button.setOnAction(pressed -> command.run());
    return button;
  }

  private static HBox views(ShownView shown) {
    ToggleGroup group = new ToggleGroup();
    ToggleButton tree = toggle("Tree", "show-tree", group);
    ToggleButton table = toggle("Table", "show-table", group);
    tree.getStyleClass().add("left-pill");
    table.getStyleClass().add("right-pill");
    shown.tableProperty().subscribe(isTable -> group.selectToggle(isTable ? table : tree));
    group
        .selectedToggleProperty()
        .subscribe(chosen -> {
          if (chosen == null) {
            group.selectToggle(shown.tableProperty().get() ? table : tree);
          } else {
            shown.tableProperty().set(chosen == table);
          }
        });
    HBox views = new HBox(tree, table);
    views.getStyleClass().add("views");
    return views;
  }

  private static ToggleButton toggle(String text, String id, ToggleGroup group) {
    ToggleButton toggle = new ToggleButton(text);
    toggle.setId(id);
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setToggleGroup(group);
    return toggle;
  }
}
