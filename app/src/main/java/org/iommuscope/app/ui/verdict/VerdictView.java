package org.iommuscope.app.ui.verdict;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.plan.ImpactViewModel;
import org.iommuscope.app.ui.plan.LossesView;
import org.iommuscope.app.ui.sign.Revealing;
import org.iommuscope.app.ui.sign.SignMark;

/** The verdict on the whole plan: a headline, then each step in its way with cause and fixes. */
public final class VerdictView extends VBox {

  private final VerdictViewModel model;
  private final ImpactViewModel impact;
  private final SignMark sign = new SignMark(Answer.UNASKED);
  private final Label headline = new Label();
  private final Button repair = new Button("Smallest repair…");
  private final VBox troubles = new VBox();

  /**
   * A view of the verdict.
   *
   * @param seekRepair looks for the smallest repair of the whole plan
   */
  public VerdictView(VerdictViewModel model, ImpactViewModel impact, Runnable seekRepair) {
    this.model = model;
    this.impact = impact;
    setId("verdict");
    getStyleClass().add("verdict");
    headline.setId("verdict-headline");
    headline.getStyleClass().add("headline");
    headline.setWrapText(true);
    troubles.getStyleClass().add("troubles");
    HBox.setHgrow(headline, Priority.ALWAYS);
    headline.setMaxWidth(Double.MAX_VALUE);
    headline.setMinHeight(USE_PREF_SIZE);
    repair.setId("seek-repair");
    repair.setMinWidth(USE_PREF_SIZE);
    repair.getStyleClass().add("small-action");
    repair.setOnAction(pressed -> seekRepair.run());
    HBox head = new HBox(sign, headline, repair);
    head.getStyleClass().addAll("reply-row", "verdict-head");
    ScrollPane scroll = new ScrollPane(troubles);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Revealing.followFocus(scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    model.contentProperty().subscribe(this::show);
    impact.contentProperty().subscribe(changed -> show(model.contentProperty().get()));
    model.selectionSource().subscribe(changed -> showSelection());
  }

  private void showSelection() {
    for (Node each : troubles.getChildren()) {
      if (each instanceof TroubleView trouble) {
        trouble.showSelection();
      }
    }
  }

  private void show(VerdictViewModel.Content content) {
    sign.show(content.answer());
    headline.setText(content.headline());
    repair.setVisible(!content.troubles().isEmpty());
    repair.setManaged(!content.troubles().isEmpty());
    Numbering numbers = new Numbering();
    List<Node> shown = new ArrayList<>();
    content.troubles().forEach(trouble -> shown.add(new TroubleView(model, trouble, numbers)));
    content.standings().forEach(each -> shown.add(new StandingView(each)));
    ImpactViewModel.Content lost = impact.contentProperty().get();
    if (LossesView.has(lost)) {
      shown.add(new LossesView(lost));
    }
    if (!content.assumed().isEmpty()) {
      shown.add(new AssumedView(content.assumed(), model::apply));
    }
    troubles.getChildren().setAll(shown);
  }
}
