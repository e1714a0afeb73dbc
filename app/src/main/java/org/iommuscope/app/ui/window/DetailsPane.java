package org.iommuscope.app.ui.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.dials.DialsView;
import org.iommuscope.app.ui.inspector.InspectorView;
import org.iommuscope.app.ui.term.Term;
import org.iommuscope.app.ui.term.TermTooltip;
import org.iommuscope.app.ui.verdict.ComparisonView;
import org.iommuscope.app.ui.verdict.VerdictView;

/** One of several views below the guests; each is made when it is first looked at. */
final class DetailsPane extends VBox {

  private final ToggleGroup group = new ToggleGroup();
  private final HBox tabs = new HBox();
  private final StackPane shown = new StackPane();
  private final Map<Toggle, Supplier<Node>> makers = new LinkedHashMap<>();
  private final Map<Toggle, Node> views = new LinkedHashMap<>();

  DetailsPane(Models models, Runnable repair) {
    setId("details");
    getStyleClass().add("details");
    add(
        "Verdict",
        "show-verdict",
        Term.VERDICT.sentence(),
        () -> new VerdictView(models.verdict(), models.impact(), repair));
    add(
        "Inspector",
        "show-inspector",
        "Every captured fact of what is selected.",
        () -> new InspectorView(models.inspector(), models.why()::show));
    add(
        "Compare",
        "show-comparison",
        Term.RULE_PROFILE.sentence(),
        () -> new ComparisonView(models.comparison()));
    add(
        "What if",
        "show-dials",
        "Dials for a host that is other than captured, and what would follow.",
        () -> new DialsView(models.dials()));
    tabs.getStyleClass().addAll("panel-header", "tabs");
    VBox.setVgrow(shown, Priority.ALWAYS);
    getChildren().addAll(tabs, shown);
    group
        .selectedToggleProperty()
        .subscribe((before, chosen) -> {
          if (chosen == null) {
            group.selectToggle(before);
          } else {
            show(chosen);
          }
        });
    group.selectToggle(group.getToggles().getFirst());
  }

  /** Brings the view of this name to the front. */
  void bringToFront(String id) {
    makers.keySet().stream()
        .filter(tab -> tab instanceof ToggleButton button && button.getId().equals(id))
        .forEach(group::selectToggle);
  }

  private void add(String text, String id, String meaning, Supplier<Node> maker) {
    ToggleButton tab = new ToggleButton(text);
    tab.setId(id);
    tab.getStyleClass().add("tab-button");
    tab.setTooltip(new TermTooltip(meaning));
    tab.setToggleGroup(group);
    tabs.getChildren().add(tab);
    makers.put(tab, maker);
  }

  private void show(Toggle chosen) {
    Node view = views.computeIfAbsent(chosen, tab -> Objects.requireNonNull(makers.get(tab)).get());
    if (!shown.getChildren().contains(view)) {
      shown.getChildren().add(view);
    }
    for (Node each : shown.getChildren()) {
      each.setVisible(each == view);
    }
  }
}
