package org.iommuscope.app.ui.board;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;

/** The plans as cards beside one another, and below them what one does otherwise than another. */
public final class BoardView extends VBox {

  private static final double WIDTH = 860;

  private final BoardViewModel model;
  private final HBox cards = new HBox();
  private final VBox differences = new VBox();
  private final Label shown = new Label();
  private final ComboBox<String> other = new ComboBox<>();
  private final HBox comparing = new HBox(shown, other);
  private final Button back = new Button();

  public BoardView(BoardViewModel model) {
    this.model = model;
    setId("board");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    cards.getStyleClass().add("plan-cards");
    ScrollPane row = new ScrollPane(cards);
    row.setFitToHeight(true);
    row.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    other.setId("board-other");
    other.setOnAction(chosen -> {
      if (other.getValue() != null) {
        model.compareWith(other.getValue());
      }
    });
    comparing.getStyleClass().add("comparing");
    shown.getStyleClass().add("section-title");
    differences.setId("board-differences");
    differences.getStyleClass().add("losses");
    getChildren().addAll(buttons(), row, comparing, differences);
    model.contentProperty().subscribe(this::show);
  }

  private HBox buttons() {
    Button branch = new Button("Branch the shown plan");
    branch.setId("board-branch");
    branch.setOnAction(pressed -> model.branch());
    back.setId("board-back");
    back.setOnAction(pressed -> model.bringBack());
    HBox buttons = new HBox(branch, back);
    buttons.getStyleClass().add("sheet-buttons");
    return buttons;
  }

  private void show(BoardViewModel.Content content) {
    List<Node> views = new ArrayList<>();
    boolean droppable = content.cards().size() > 1;
    content.cards().forEach(card -> views.add(view(card, droppable)));
    if (!cards.getChildren().equals(views)) {
      cards.getChildren().setAll(views);
    }
    back.setText(content.dropped().map(name -> "Bring back " + name).orElse(""));
    back.setVisible(content.dropped().isPresent());
    boolean several = content.other().isPresent();
    comparing.setVisible(several);
    comparing.setManaged(several);
    shown.setText(content.shown() + " compared with");
    List<String> others =
        content.cards().stream().filter(card -> !card.shown()).map(PlanCard::name).toList();
    if (!other.getItems().equals(others)) {
      other.getItems().setAll(others);
    }
    other.setValue(content.other().orElse(null));
    differences
        .getChildren()
        .setAll(content.differences().stream().map(BoardView::difference).toList());
    if (several && content.differences().isEmpty()) {
      differences.getChildren().add(new Sentence("Nothing differs."));
    }
  }

  /** A card that says the same as before stays, with what is being typed into it. */
  private Node view(PlanCard card, boolean droppable) {
    return cards.getChildren().stream()
        .filter(known -> known instanceof PlanCardView view && view.says(card, droppable))
        .findFirst()
        .orElseGet(() -> new PlanCardView(model, card, droppable));
  }

  private static Sentence difference(String text) {
    Sentence sentence = new Sentence(text);
    sentence.getStyleClass().add("advice");
    return sentence;
  }
}
