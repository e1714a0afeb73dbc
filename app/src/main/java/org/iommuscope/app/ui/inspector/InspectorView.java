package org.iommuscope.app.ui.inspector;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;

/** All that is known of the selected device: what the plan tells, then every captured fact. */
public final class InspectorView extends VBox {

  private static final KeyCombination COPY = KeyCombination.valueOf("Ctrl+C");

  private static final double LEAST_FACTS = 220;

  private final InspectorViewModel model;
  private final Label title = new Label();
  private final VBox standing = new VBox();
  private final ListView<InspectorRow> list = new ListView<>();

  public InspectorView(InspectorViewModel model) {
    this.model = model;
    setId("inspector");
    getStyleClass().add("inspector");
    title.setId("inspector-title");
    title.getStyleClass().add("inspector-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    list.setId("facts");
    list.getStyleClass().add("facts");
    list.setAccessibleText("Facts of the selected device");
    list.setCellFactory(InspectorCell::new);
    list.setContextMenu(copyMenu());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    standing.setId("standing");
    standing.getStyleClass().add("standing");
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setMinHeight(LEAST_FACTS);
    VBox all = new VBox(title, standing, new AnnotationView(model.annotations()), list);
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.contentProperty().subscribe(this::show);
  }

  private ContextMenu copyMenu() {
    return new ContextMenu(
        item("Copy the value", () -> selected().ifPresent(model::copy)),
        item("Copy its path in sysfs", () -> selected().ifPresent(model::copyPath)));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(chosen -> action.run());
    return item;
  }

  private void pressed(KeyEvent key) {
    if (COPY.match(key)) {
      selected().ifPresent(model::copy);
      key.consume();
    }
  }

  private java.util.Optional<Fact> selected() {
    return list.getSelectionModel().getSelectedItem() instanceof InspectorRow.Line(Fact fact)
        ? java.util.Optional.of(fact)
        : java.util.Optional.empty();
  }

  private void show(InspectorViewModel.Content content) {
    title.setText(content.title());
    standing.getChildren().setAll(content.standing().stream().map(Sentence::new).toList());
    standing.setVisible(!content.standing().isEmpty());
    standing.setManaged(!content.standing().isEmpty());
    List<InspectorRow> rows = InspectorRow.of(content.facts());
    if (!list.getItems().equals(rows)) {
      list.getItems().setAll(rows);
    }
    list.setVisible(!rows.isEmpty());
  }
}
