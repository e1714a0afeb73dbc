package org.iommuscope.app.ui.inspector;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Terms;
import org.iommuscope.app.ui.sign.Told;
import org.jspecify.annotations.Nullable;

/** A row of the inspector: a category, or a fact's name beside its value and where it stands. */
final class InspectorCell extends ListCell<InspectorRow> {

  private static final double SCROLL_BAR = 26;

  private final Label section = text("section-title");
  private final Label name = text("fact-name");
  private final Label value = text("fact");
  private final Label source = text("fact-source");
  private final HBox line = new HBox(name, new VBox(value, source));

  InspectorCell(ListView<InspectorRow> list) {
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    name.setMinWidth(116);
    name.setMaxWidth(116);
    HBox.setHgrow(line.getChildren().getLast(), Priority.ALWAYS);
    line.getStyleClass().add("fact-line");
    line.prefWidthProperty().bind(list.widthProperty().subtract(SCROLL_BAR));
    section.prefWidthProperty().bind(list.widthProperty().subtract(SCROLL_BAR));
  }

  @Override
  protected void updateItem(@Nullable InspectorRow row, boolean empty) {
    super.updateItem(row, empty);
    switch (row) {
      case null -> setGraphic(null);
      case InspectorRow.Section(String title) -> showSection(title);
      case InspectorRow.Line(Fact fact) -> showFact(fact);
    }
  }

  // A list asks for the height without a width, and so would not see that texts wrap.
  @Override
  protected double computePrefHeight(double width) {
    return getGraphic() instanceof Region content
        ? snapSizeY(content.prefHeight(content.getPrefWidth()))
            + snappedTopInset()
            + snappedBottomInset()
        : super.computePrefHeight(width);
  }

  private void showSection(String title) {
    section.setText(title);
    setTooltip(null);
    setAccessibleText(title);
    setGraphic(section);
  }

  private void showFact(Fact fact) {
    name.setText(fact.name());
    value.setText(fact.value());
    value.getStyleClass().setAll("label", "fact");
    if (fact.value().equals(Told.NOT_CAPTURED)) {
      value.getStyleClass().add("not-captured");
    }
    source.setText(fact.source().map(InspectorCell::said).orElse(""));
    source.setVisible(fact.source().isPresent());
    source.setManaged(fact.source().isPresent());
    setTooltip(Terms.meaningOf(fact.name()).map(Tooltip::new).orElse(null));
    setAccessibleText(fact.name() + ": " + fact.value());
    setGraphic(line);
  }

  private static String said(Fact.Source source) {
    return source.raw().isEmpty() ? source.path() : source.path() + " says " + source.raw();
  }

  private static Label text(String styleClass) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
