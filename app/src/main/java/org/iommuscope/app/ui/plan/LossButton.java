package org.iommuscope.app.ui.plan;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** One line over the guests that says what the host would lose; it selects whose loss that is. */
final class LossButton extends Button {

  private final Tooltip all = new Tooltip();

  LossButton(ImpactViewModel model) {
    setId("losses-summary");
    getStyleClass().add("loss-button");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    setTooltip(all);
    setOnAction(pressed -> model.selectLost());
    model.contentProperty().subscribe(this::show);
  }

  private void show(ImpactViewModel.Content impact) {
    setText("The host would lose: " + impact.summary());
    all.setText(String.join("\n", impact.losses()));
    setVisible(impact.isLoss());
    setManaged(impact.isLoss());
  }
}
