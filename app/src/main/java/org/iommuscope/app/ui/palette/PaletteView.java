package org.iommuscope.app.ui.palette;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A field over a list: type to find, arrows to move, Enter to choose, Esc to leave. */
public final class PaletteView extends StackPane {

  private static final double ROW_HEIGHT = 34;
  private static final int ROWS = 11;
  private static final int PAGE = ROWS - 1;

  private final PaletteViewModel model;
  private final Runnable leave;
  private final TextField field = new TextField();
  private final ListView<PaletteEntry> list = new ListView<>();
  private final Label summary = new Label();

  /**
   * A palette over this model.
   *
   * @param leave gives the keyboard back to the window
   */
  public PaletteView(PaletteViewModel model, Runnable leave) {
    this.model = model;
    this.leave = leave;
    setId("palette");
    getStyleClass().add("veil");
    setAlignment(Pos.TOP_CENTER);
    field.setId("palette-field");
    field.setPromptText("Address, name, driver, g7, guest or command");
    field.textProperty().subscribe(model::type);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("palette-list");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new PaletteCell(this::choose));
    summary.getStyleClass().add("muted");
    summary.textProperty().bind(model.summaryProperty());
    summary.managedProperty().bind(summary.textProperty().isEmpty().not());
    Label keys = new Label("Arrow keys to move, Enter to choose, Esc to leave");
    keys.getStyleClass().add("muted");
    VBox sheet = new VBox(field, list, summary, keys);
    sheet.getStyleClass().addAll("sheet", "palette");
    sheet.setMaxSize(660, USE_PREF_SIZE);
    getChildren().add(sheet);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressedBeside);
    setVisible(false);
    model.hitsProperty().subscribe(this::show);
    model.openProperty().subscribe((before, now) -> show(now));
  }

  private void show(boolean open) {
    setVisible(open);
    if (open) {
      field.clear();
      field.requestFocus();
    } else {
      leave.run();
    }
  }

  private void show(List<PaletteEntry> hits) {
    list.getItems().setAll(hits);
    list.setPrefHeight(Math.clamp(hits.size(), 1, ROWS) * ROW_HEIGHT + 2);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-PAGE);
      case PAGE_DOWN -> move(PAGE);
      case ENTER -> choose();
      case ESCAPE -> model.close();
      case TAB -> {}
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void pressedBeside(MouseEvent press) {
    if (press.getTarget() == this) {
      model.close();
    }
  }

  private void move(int rows) {
    int last = list.getItems().size() - 1;
    if (last >= 0) {
      int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + rows, 0, last);
      list.getSelectionModel().clearAndSelect(at);
      list.scrollTo(Math.max(0, at - ROWS / 2));
    }
  }

  private void choose() {
    PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.choose(chosen);
    }
  }
}
