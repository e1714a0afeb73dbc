package org.iommuscope.app.ui.board;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Above the guests: which plan they are of, the others, and the way to the board. */
public final class PlanStrip extends HBox {

  private final BoardViewModel model;
  private final ComboBox<String> plans = new ComboBox<>();
  private final Label unsaved = new Label();

  /**
   * A strip.
   *
   * @param open opens the board
   */
  public PlanStrip(BoardViewModel model, Runnable open) {
    this.model = model;
    setId("plan-strip");
    getStyleClass().add("plan-strip");
    plans.setId("plan-shown");
    plans.setAccessibleText("The plan that is shown");
    plans.setOnAction(chosen -> {
      if (plans.getValue() != null) {
        model.show(plans.getValue());
      }
    });
    unsaved.setId("plan-unsaved");
    unsaved.getStyleClass().add("muted");
    unsaved.setMaxWidth(Double.MAX_VALUE);
    unsaved.setMinWidth(0);
    HBox.setHgrow(unsaved, Priority.ALWAYS);
    getChildren()
        .addAll(
            plans,
            unsaved,
            button("Branch", "plan-branch", "Go on with a copy of this plan", model::branch),
            button("Board", "plan-board", "All plans beside one another", open));
    model.contentProperty().subscribe(this::show);
  }

  private static Button button(String text, String id, String meaning, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().addAll("flat", "small-action");
    button.setTooltip(new Tooltip(meaning));
    button.setOnAction(pressed -> action.run());
    return button;
  }

  private void show(BoardViewModel.Content content) {
    List<String> names = content.cards().stream().map(PlanCard::name).toList();
    if (!plans.getItems().equals(names)) {
      plans.getItems().setAll(names);
    }
    plans.setValue(content.shown());
    content.cards().stream().filter(PlanCard::shown).forEach(card -> unsaved.setText(card.kept()));
  }
}
