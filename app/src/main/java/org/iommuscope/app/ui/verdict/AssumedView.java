package org.iommuscope.app.ui.verdict;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.Sentence;

/** What the verdict took for true, because neither plan nor capture tells, and how to tell it. */
final class AssumedView extends VBox {

  /**
   * A view of assumptions.
   *
   * @param say makes an answer part of the plan
   */
  AssumedView(List<Assumption> assumptions, Consumer<Trouble.Remedy> say) {
    setId("assumed");
    getStyleClass().add("assumed");
    Label title = new Sentence("Assumed, for nothing says otherwise");
    title.getStyleClass().add("assumed-title");
    getChildren().add(title);
    for (Assumption each : assumptions) {
      Sentence sentence = new Sentence(each.sentence());
      sentence.getStyleClass().add("muted");
      getChildren().addAll(sentence, answers(each, say));
    }
  }

  private static FlowPane answers(Assumption assumption, Consumer<Trouble.Remedy> say) {
    FlowPane answers = new FlowPane(10, 0);
    for (Trouble.Remedy answer : assumption.answers()) {
      Hyperlink link = new Hyperlink(answer.text());
      link.setId(NodeId.of("assumed", assumption.key(), answers.getChildren().size() + 1));
      link.getStyleClass().add("answer");
      link.setOnAction(pressed -> say.accept(answer));
      answers.getChildren().add(link);
    }
    return answers;
  }
}
