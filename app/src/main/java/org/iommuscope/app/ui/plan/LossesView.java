package org.iommuscope.app.ui.plan;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;

/** What the host would lose, what of that the capture does not say, and what else to know. */
public final class LossesView extends VBox {

  public LossesView(ImpactViewModel.Content impact) {
    getStyleClass().add("losses");
    List<Node> lines = new ArrayList<>();
    add(lines, "What the host would lose", "losses-title", impact.losses(), "loss");
    add(lines, "Of what it would lose, not told", "losses-title", impact.gaps(), "muted");
    add(lines, "What to know", "losses-title", impact.advice(), "advice");
    getChildren().setAll(lines);
  }

  /** Whether there is anything to show. */
  public static boolean has(ImpactViewModel.Content impact) {
    return impact.isLoss() || !impact.gaps().isEmpty() || !impact.advice().isEmpty();
  }

  private static void add(
      List<Node> lines, String title, String titleClass, List<String> all, String styleClass) {
    if (all.isEmpty()) {
      return;
    }
    lines.add(styled(new Sentence(title), titleClass));
    all.forEach(text -> lines.add(styled(new Sentence(text), styleClass)));
  }

  private static Sentence styled(Sentence sentence, String styleClass) {
    sentence.getStyleClass().add(styleClass);
    return sentence;
  }
}
