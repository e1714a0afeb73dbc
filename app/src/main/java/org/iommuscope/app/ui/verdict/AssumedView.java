package org.iommuscope.app.ui.verdict;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;

/** What the verdict took for true, because neither plan nor capture tells. */
final class AssumedView extends VBox {

  AssumedView(List<String> sentences) {
    setId("assumed");
    getStyleClass().add("assumed");
    Label title = new Sentence("Assumed, for nothing says otherwise");
    title.getStyleClass().add("assumed-title");
    getChildren().add(title);
    for (String text : sentences) {
      Sentence sentence = new Sentence(text);
      sentence.getStyleClass().add("muted");
      getChildren().add(sentence);
    }
  }
}
