package org.iommuscope.app.ui.inspector;

import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Revealing;
import org.iommuscope.app.ui.sign.Sentence;

/** All that is known of the selected device: what the plan tells, then every captured fact. */
public final class InspectorView extends VBox {

  private static final KeyCombination COPY = KeyCombination.valueOf("Ctrl+C");

  private final InspectorViewModel model;
  private final Label title = new Sentence("");
  private final MenuButton copies = new MenuButton("Copy");
  private final Button reason = new Button("Why?");
  private final VBox standing = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final FactsView facts = new FactsView(row -> Revealing.reveal(scroll, row));

  /**
   * The facts of what is selected.
   *
   * @param why shows the reason for its group
   */
  public InspectorView(InspectorViewModel model, Runnable why) {
    this.model = model;
    reason.setId("inspector-why");
    reason.getStyleClass().addAll("flat", "small-action");
    reason.setMinWidth(USE_PREF_SIZE);
    reason.setTooltip(new Tooltip("Why it has this group (W)"));
    reason.setOnAction(pressed -> why.run());
    setId("inspector");
    getStyleClass().add("inspector");
    title.setId("inspector-title");
    title.getStyleClass().add("inspector-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    copies.setId("inspector-copy");
    copies.getStyleClass().add("small-menu");
    copies.setMinWidth(USE_PREF_SIZE);
    copies.setAccessibleText("Copy the address, the path, libvirt XML or the QEMU argument");
    standing.setId("standing");
    standing.getStyleClass().add("standing");
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    facts.setOnContextMenuRequested(
        asked -> factMenu().show(facts, asked.getScreenX(), asked.getScreenY()));
    HBox head = new HBox(title, reason, copies);
    head.getStyleClass().add("inspector-head");
    scroll.setContent(new VBox(standing, new AnnotationView(model.annotations()), facts));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Revealing.followFocus(scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    model.contentProperty().subscribe(this::show);
  }

  private ContextMenu factMenu() {
    return new ContextMenu(
        item("Copy the value", () -> facts.current().ifPresent(model::copy)),
        item("Copy its path in sysfs", () -> facts.current().ifPresent(model::copyPath)));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(chosen -> action.run());
    return item;
  }

  private void pressed(KeyEvent key) {
    if (COPY.match(key) && facts.isFocused()) {
      facts.current().ifPresent(model::copy);
      key.consume();
    }
  }

  private void show(InspectorViewModel.Content content) {
    title.setText(content.title());
    standing.getChildren().setAll(content.standing().stream().map(Sentence::new).toList());
    standing.setVisible(!content.standing().isEmpty());
    standing.setManaged(!content.standing().isEmpty());
    copies
        .getItems()
        .setAll(
            content.copies().stream()
                .map(copy -> item("Copy the " + copy.label(), () -> model.put(copy)))
                .toList());
    copies.setVisible(!content.copies().isEmpty());
    reason.setVisible(!content.facts().isEmpty());
    facts.show(content.facts());
  }
}
