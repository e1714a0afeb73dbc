package org.iommuscope.app.ui.help;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.term.Term;

/** Every term with its meaning. */
public final class TermsView extends VBox {

  private static final double WIDTH = 640;

  public TermsView() {
    setId("terms");
    getStyleClass().add("terms");
    setPrefWidth(WIDTH);
    for (Term term : Term.values()) {
      Label word = new Label(term.word());
      word.getStyleClass().add("headline");
      Label sentence = new Label(term.sentence());
      sentence.setWrapText(true);
      getChildren().add(new VBox(word, sentence));
    }
  }
}
