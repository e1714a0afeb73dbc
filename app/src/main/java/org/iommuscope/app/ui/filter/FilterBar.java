package org.iommuscope.app.ui.filter;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.iommuscope.app.ui.sign.NodeId;

/** How many devices pass the filters, and a chip for each filter that takes it away. */
public final class FilterBar extends FlowPane {

  private final FilterViewModel model;
  private final Label summary = new Label();

  public FilterBar(FilterViewModel model) {
    this.model = model;
    setId("filters");
    getStyleClass().add("filters");
    summary.setId("filters-summary");
    model.outcomeProperty().subscribe(this::show);
  }

  private void show(FilterViewModel.Outcome outcome) {
    boolean filters = !outcome.filter().isEmpty();
    setVisible(filters);
    setManaged(filters);
    getChildren().clear();
    if (filters) {
      summary.setText(outcome.summary());
      getChildren().add(summary);
      outcome.filter().wanted().forEach(wanted -> getChildren().add(chip(wanted)));
      getChildren().add(button("Clear", "filters-clear", model::clear));
    }
  }

  private Button chip(Wanted wanted) {
    Button chip =
        button(
            wanted.words() + "  ×", NodeId.of("chip", wanted.words()), () -> model.toggle(wanted));
    chip.getStyleClass().add("filter-chip");
    chip.setTooltip(new Tooltip("Take this filter away"));
    return chip;
  }

  private static Button button(String text, String id, Runnable action) {
    Button button = new Button(text);
    button.setMnemonicParsing(false);
    button.setId(id);
    button.getStyleClass().add("small-action");
    button.setOnAction(pressed -> action.run());
    return button;
  }
}
