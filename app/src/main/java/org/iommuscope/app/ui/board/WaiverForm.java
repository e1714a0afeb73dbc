package org.iommuscope.app.ui.board;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.iommuscope.model.plan.Waiver;
import org.jspecify.annotations.Nullable;

/** Accepts a refusal of the verdict: which, why, and until when. */
final class WaiverForm extends HBox {

  private final ComboBox<Waiver> refusals = new ComboBox<>();
  private final TextField why = new TextField();
  private final LastDay until;
  private final Button waive = new Button("Waive");

  WaiverForm(NotesViewModel model) {
    until = new LastDay(Optional.of(model.usualEnd()));
    getStyleClass().addAll("comparing", "waiver-form");
    refusals.setId("waive-what");
    refusals.setPromptText("Nothing to waive");
    refusals.setPrefWidth(280);
    refusals.setConverter(new Names());
    why.setId("waive-why");
    why.setPromptText("Why it is accepted");
    HBox.setHgrow(why, Priority.ALWAYS);
    until.setId("waive-until");
    waive.setId("waive-it");
    waive.setMinWidth(USE_PREF_SIZE);
    waive.setOnAction(pressed -> take(model));
    Label last = new Label("until");
    last.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(refusals, why, last, until, waive);
  }

  void show(List<Waiver> waivable) {
    Waiver chosen = refusals.getValue();
    if (!refusals.getItems().equals(waivable)) {
      refusals.getItems().setAll(waivable);
      refusals.setValue(
          waivable.stream()
              .filter(refusal -> refusal.equals(chosen))
              .findFirst()
              .or(() -> waivable.stream().findFirst())
              .orElse(null));
    }
    waive.setDisable(waivable.isEmpty());
  }

  void choose(Waiver waiver) {
    if (refusals.getItems().contains(waiver)) {
      refusals.setValue(waiver);
    }
    why.requestFocus();
  }

  private void take(NotesViewModel model) {
    Waiver chosen = refusals.getValue();
    if (chosen != null) {
      model.waive(new Waiver(chosen.rule(), chosen.device(), NotesView.typed(why), until.day()));
      why.clear();
    }
  }

  /** Refusals are chosen and never typed. */
  private static final class Names extends StringConverter<@Nullable Waiver> {

    @Override
    public String toString(@Nullable Waiver waiver) {
      return waiver == null ? "" : WaiverRow.name(waiver);
    }

    @Override
    public @Nullable Waiver fromString(@Nullable String text) {
      return null;
    }
  }
}
