package org.iommuscope.app.ui.verdict;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;

/** What really isolates an mdev of the plan, and who has that. */
final class StandingView extends VBox {

  StandingView(VerdictViewModel.Relation relation) {
    getStyleClass().addAll("trouble", "standing-card");
    Label title = new Sentence("What isolates " + relation.device());
    title.getStyleClass().add("trouble-title");
    getChildren().add(title);
    relation.sentences().forEach(sentence -> getChildren().add(new Sentence(sentence)));
  }
}
