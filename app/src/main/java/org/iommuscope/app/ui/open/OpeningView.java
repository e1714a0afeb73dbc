package org.iommuscope.app.ui.open;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.iommuscope.app.workspace.Opening;
import org.jspecify.annotations.Nullable;

/** Covers the window while a capture is read: how far it is, and a button to stop. */
public final class OpeningView extends StackPane {

  private final Label name = new Label();
  private final ProgressBar bar = new ProgressBar();

  public OpeningView(Opening opening) {
    setId("opening");
    getStyleClass().add("veil");
    bar.setId("opening-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    name.setWrapText(true);
    Button cancel = new Button("Cancel");
    cancel.setId("opening-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(pressed -> opening.cancel());
    VBox card = new VBox(name, bar, cancel);
    card.getStyleClass().addAll("sheet", "opening");
    card.setMaxSize(420, USE_PREF_SIZE);
    getChildren().add(card);
    opening.runningProperty().subscribe(this::show);
  }

  private void show(Opening.@Nullable Running running) {
    setVisible(running != null);
    if (running != null) {
      name.setText("Reading " + running.name());
      bar.setProgress(running.fraction());
    }
  }
}
