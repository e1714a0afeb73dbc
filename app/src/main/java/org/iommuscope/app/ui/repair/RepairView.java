package org.iommuscope.app.ui.repair;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Patience;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;

/** The repairs one below the other, each with its cost, its changes and a button. */
public final class RepairView extends VBox {

  private static final double WIDTH = 640;

  private final RepairViewModel model;
  private final Runnable leave;
  private final SignMark sign;
  private final Sentence headline = new Sentence("");
  private final VBox list = new VBox();

  /**
   * A view of what is found.
   *
   * @param leave closes the sheet
   */
  public RepairView(RepairViewModel model, Runnable leave) {
    this.model = model;
    this.leave = leave;
    sign = new SignMark(model.contentProperty().get().answer());
    setId("repair");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    headline.setId("repair-headline");
    headline.getStyleClass().add("headline");
    HBox.setHgrow(headline, Priority.ALWAYS);
    HBox head = new HBox(sign, headline);
    head.getStyleClass().add("reply-row");
    list.getStyleClass().add("options");
    getChildren()
        .addAll(head, new Patience(model.triedProperty(), "plans tried", model::cancel), list);
    model.contentProperty().subscribe(this::show);
  }

  private void show(RepairViewModel.Content content) {
    sign.show(content.answer());
    headline.setText(content.headline());
    List<Node> shown = new ArrayList<>();
    content.sentences().forEach(text -> shown.add(new Sentence(text)));
    content.options().forEach(option -> shown.add(card(option, shown.size() + 1)));
    list.getChildren().setAll(shown);
    if (!content.options().isEmpty()) {
      Platform.runLater(() -> lookup("#apply-repair-1").requestFocus());
    }
  }

  private HBox card(RepairViewModel.Option option, int number) {
    VBox words = new VBox(2);
    Sentence cost = new Sentence(option.cost());
    cost.getStyleClass().add("muted");
    option.changes().forEach(change -> words.getChildren().add(change(change)));
    words.getChildren().add(cost);
    VBox losses = new VBox();
    losses.getStyleClass().add("losses");
    option.losses().forEach(loss -> losses.getChildren().add(loss(loss)));
    if (!option.losses().isEmpty()) {
      words.getChildren().add(losses);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    Button apply = new Button("Apply");
    apply.setId("apply-repair-" + number);
    apply.setMinWidth(USE_PREF_SIZE);
    apply.setOnAction(pressed -> {
      leave.run();
      model.apply(option);
    });
    HBox card = new HBox(words, apply);
    card.getStyleClass().addAll("trouble", "option");
    return card;
  }

  private static Sentence change(String text) {
    Sentence change = new Sentence(text);
    change.getStyleClass().add("trouble-title");
    return change;
  }

  private static Sentence loss(String text) {
    Sentence loss = new Sentence(text);
    loss.getStyleClass().add("loss");
    return loss;
  }
}
