package org.iommuscope.app.ui.dials;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Dials below one another, each with its name and what it means. */
final class DialGrid extends GridPane {

  DialGrid() {
    getStyleClass().add("annotation-grid");
  }

  void add(String name, String id, Control control, String meaning) {
    control.setId(id);
    Label label = new Label(name);
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(control);
    label.setTooltip(new Tooltip(meaning));
    control.setTooltip(new Tooltip(meaning));
    control.setAccessibleText(name + ". " + meaning);
    control.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(control, Priority.ALWAYS);
    addRow(getRowCount(), label, control);
  }
}
