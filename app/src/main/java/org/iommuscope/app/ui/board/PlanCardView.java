package org.iommuscope.app.ui.board;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;

/** One plan of the board: its name, what becomes of it, what it costs, and what can be done. */
final class PlanCardView extends VBox {

  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
  private static final double WIDTH = 260;

  private final BoardViewModel model;
  private final PlanCard card;
  private final boolean droppable;

  PlanCardView(BoardViewModel model, PlanCard card, boolean droppable) {
    this.model = model;
    this.card = card;
    this.droppable = droppable;
    setId(NodeId.of("plan", card.name()));
    getStyleClass().addAll("trouble", "plan-card");
    pseudoClassStateChanged(SHOWN, card.shown());
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    Sentence words = new Sentence(card.words());
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox reply = new HBox(new SignMark(card.answer()), words);
    reply.getStyleClass().add("reply-row");
    getChildren().addAll(name(), reply, muted(card.size()), muted(card.kept()));
    if (!card.comment().isEmpty()) {
      getChildren().add(comment(card.comment()));
    }
    if (!card.costs().isEmpty()) {
      getChildren().add(costs());
    }
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(gap, buttons());
  }

  /** Whether it shows this already. */
  boolean says(PlanCard other, boolean droppable) {
    return card.equals(other) && this.droppable == droppable;
  }

  private TextField name() {
    TextField name = new TextField(card.name());
    name.setId(NodeId.of("plan", card.name(), "name"));
    name.setAccessibleText("The name of the plan");
    name.getStyleClass().add("plan-name");
    name.setOnAction(entered -> model.rename(card.name(), name.getText()));
    name.focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is) {
            model.rename(card.name(), name.getText());
          }
        });
    return name;
  }

  private VBox costs() {
    VBox costs = new VBox();
    costs.getStyleClass().add("losses");
    Sentence title = new Sentence("The host loses");
    title.getStyleClass().add("muted");
    costs.getChildren().add(title);
    for (String cost : card.costs()) {
      Sentence line = new Sentence(cost);
      line.getStyleClass().add("loss");
      costs.getChildren().add(line);
    }
    return costs;
  }

  private HBox buttons() {
    Button show = new Button(card.shown() ? "Is shown" : "Show");
    show.setId(NodeId.of("plan", card.name(), "show"));
    show.setDisable(card.shown());
    show.setOnAction(pressed -> model.show(card.name()));
    Button drop = new Button("Take off");
    drop.setId(NodeId.of("plan", card.name(), "drop"));
    drop.setAccessibleText("Take " + card.name() + " off the board");
    drop.setDisable(!droppable);
    drop.setOnAction(pressed -> model.drop(card.name()));
    HBox buttons = new HBox(show, drop);
    buttons.getStyleClass().add("sheet-buttons");
    return buttons;
  }

  static Sentence comment(String text) {
    Sentence comment = new Sentence(text);
    comment.getStyleClass().add("comment");
    return comment;
  }

  private static Sentence muted(String text) {
    Sentence sentence = new Sentence(text);
    sentence.getStyleClass().add("muted");
    return sentence;
  }
}
