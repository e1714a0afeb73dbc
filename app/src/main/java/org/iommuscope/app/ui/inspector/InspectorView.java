package org.iommuscope.app.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;

/** A property sheet of the selected device, for reading and copying. */
public final class InspectorView extends VBox {

  private final Label title = new Label();
  private final PropertySheet sheet = new PropertySheet();

  public InspectorView(InspectorViewModel model) {
    setId("inspector");
    getStyleClass().add("inspector");
    title.setId("inspector-title");
    title.getStyleClass().add("inspector-title");
    title.setWrapText(true);
    sheet.setMode(PropertySheet.Mode.CATEGORY);
    sheet.setModeSwitcherVisible(false);
    sheet.setSearchBoxVisible(false);
    sheet.setPropertyEditorFactory(item -> new FactField(item, () -> copy(model, item)));
    VBox.setVgrow(sheet, Priority.ALWAYS);
    getChildren().addAll(title, sheet);
    model.contentProperty().subscribe(this::show);
  }

  private static void copy(InspectorViewModel model, PropertySheet.Item item) {
    if (item instanceof FactItem(Fact fact)) {
      model.copy(fact);
    }
  }

  private void show(InspectorViewModel.Content content) {
    title.setText(content.title());
    sheet.getItems().setAll(content.facts().stream().map(FactItem::new).toList());
    sheet.setVisible(!content.facts().isEmpty());
  }
}
