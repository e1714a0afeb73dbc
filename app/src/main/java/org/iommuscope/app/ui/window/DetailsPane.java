package org.iommuscope.app.ui.window;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.inspector.InspectorView;
import org.iommuscope.app.ui.verdict.VerdictView;

/** The verdict or the inspector; the inspector is made when it is first looked at. */
final class DetailsPane extends VBox {

  private final Models models;
  private final StackPane shown = new StackPane();
  private final VerdictView verdict;

  DetailsPane(Models models) {
    this.models = models;
    setId("details");
    getStyleClass().add("details");
    verdict = new VerdictView(models.verdict());
    shown.getChildren().add(verdict);
    VBox.setVgrow(shown, Priority.ALWAYS);
    getChildren().addAll(tabs(), shown);
  }

  private HBox tabs() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton judged = tab("Verdict", "show-verdict", group);
    ToggleButton inspected = tab("Inspector", "show-inspector", group);
    group.selectToggle(judged);
    group
        .selectedToggleProperty()
        .subscribe((before, chosen) -> {
          if (chosen == null) {
            group.selectToggle(before);
          } else {
            show(chosen == inspected);
          }
        });
    HBox tabs = new HBox(judged, inspected);
    tabs.getStyleClass().addAll("panel-header", "tabs");
    return tabs;
  }

  private void show(boolean inspector) {
    if (inspector && shown.getChildren().size() == 1) {
      shown.getChildren().add(new InspectorView(models.inspector()));
    }
    for (Node view : shown.getChildren()) {
      view.setVisible((view == verdict) != inspector);
    }
  }

  private static ToggleButton tab(String text, String id, ToggleGroup group) {
    ToggleButton tab = new ToggleButton(text);
    tab.setId(id);
    tab.getStyleClass().add("tab-button");
    tab.setToggleGroup(group);
    return tab;
  }
}
