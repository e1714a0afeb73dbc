package org.iommuscope.app.ui.verdict;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the verdict took for true, because neither plan nor capture tells. */
final class AssumedView extends VBox {

  AssumedView(List<String> sentences) {
    setId("assumed");
    getStyleClass().add("assumed");
    getChildren().add(label("Assumed, for nothing says otherwise", "assumed-title"));
    sentences.forEach(sentence -> getChildren().add(label(sentence, "muted")));
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
