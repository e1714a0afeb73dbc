package org.iommuscope.app.ui.filter;

import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.iommuscope.app.ui.sign.NodeId;

/** The button that offers what to filter by, with how many devices have it. */
public final class FilterMenu extends MenuButton {

  private final FilterViewModel model;

  public FilterMenu(FilterViewModel model) {
    super("Filter");
    this.model = model;
    setId("filter");
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().addAll("flat", "tool");
    setTooltip(new Tooltip("Show only devices of a class, a driver, a NUMA node (Ctrl+L)"));
    // A menu without items would not open; the true ones are made when it does.
    getItems().add(new MenuItem());
    setOnShowing(showing -> fill());
  }

  private void fill() {
    getItems().clear();
    for (Trait trait : Trait.values()) {
      getItems().add(trait.isYesOrNo() ? check(trait) : values(trait));
    }
    MenuItem clear = new MenuItem("Clear the filters");
    clear.setId("filter-clear");
    clear.setDisable(model.filterProperty().get().isEmpty());
    clear.setOnAction(chosen -> model.clear());
    getItems().addAll(new SeparatorMenuItem(), clear);
  }

  private Menu values(Trait trait) {
    Menu menu = new Menu(capital(trait.word()));
    menu.setId(NodeId.of("filter", trait.word()));
    model
        .valuesOf(trait)
        .forEach((value, count) -> menu.getItems().add(value(trait, value, count)));
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private MenuItem value(Trait trait, String value, int count) {
    Wanted wanted = new Wanted(trait, value);
    CheckMenuItem item = new CheckMenuItem("%s  (%,d)".formatted(value, count));
    item.setMnemonicParsing(false);
    item.setId(NodeId.of("filter", trait.word(), value));
    item.setSelected(model.filterProperty().get().wanted().contains(wanted));
    item.setOnAction(chosen -> model.toggle(wanted));
    return item;
  }

  private MenuItem check(Trait trait) {
    CheckMenuItem item = new CheckMenuItem(capital(trait.word()));
    item.setId(NodeId.of("filter", trait.word()));
    item.setSelected(model.filterProperty().get().wanted().contains(trait.itself()));
    item.setOnAction(chosen -> model.toggle(trait));
    return item;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
