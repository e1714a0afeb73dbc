package org.iommuscope.app.ui.verdict;

import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Revealing;
import org.iommuscope.app.ui.sign.SignMark;

/** The same plan under every rule profile: a column for each, which is chosen by its head. */
public final class ComparisonView extends VBox {

  private final ComparisonViewModel model;
  private final Label headline = new Label();
  private final CheckBox onlyChanges = new CheckBox("Only what depends on the rules");
  private final GridPane grid = new GridPane();

  public ComparisonView(ComparisonViewModel model) {
    this.model = model;
    setId("comparison");
    getStyleClass().add("comparison");
    headline.setId("comparison-headline");
    headline.getStyleClass().add("headline");
    headline.setWrapText(true);
    headline.setMinHeight(USE_PREF_SIZE);
    onlyChanges.setId("comparison-changes");
    grid.getStyleClass().add("comparison-grid");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Revealing.followFocus(scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(headline, onlyChanges, scroll);
    visibleProperty().subscribe(model::watch);
    model.contentProperty().subscribe(this::show);
    onlyChanges.selectedProperty().subscribe(chosen -> show(model.contentProperty().get()));
  }

  private void show(ComparisonViewModel.Content content) {
    headline.setText(content.headline());
    grid.getChildren().clear();
    grid.getColumnConstraints().setAll(content.columns().stream().map(each -> evenly()).toList());
    if (content.lines().isEmpty()) {
      return;
    }
    int at = 0;
    for (ComparisonViewModel.Column column : content.columns()) {
      grid.add(head(column), at++, 0);
    }
    content.lines().stream()
        .filter(line -> line.changes() || !onlyChanges.isSelected())
        .forEach(this::add);
  }

  private void add(ComparisonViewModel.Line line) {
    int row = grid.getRowCount();
    int columns = line.cells().size();
    grid.add(label(line.step(), "comparison-step"), 0, row, columns, 1);
    for (int at = 0; at < columns; at++) {
      grid.add(cell(line.cells().get(at)), at, row + 1);
    }
    if (line.changes()) {
      grid.add(label(line.says(), "muted"), 0, row + 2, columns, 1);
    }
  }

  private Button head(ComparisonViewModel.Column column) {
    Button head = new Button(column.label());
    head.setId("compare-" + column.id());
    head.getStyleClass().addAll("flat", "comparison-head");
    if (column.current()) {
      head.getStyleClass().add("current");
    }
    head.setWrapText(true);
    head.setMaxWidth(Double.MAX_VALUE);
    head.setTooltip(new Tooltip("Judge by: " + column.title()));
    head.setAccessibleText("Judge by " + column.title() + (column.current() ? ", chosen" : ""));
    head.setOnAction(pressed -> model.choose(column));
    return head;
  }

  private static VBox cell(ComparisonViewModel.Cell cell) {
    Label place = new Label(cell.place());
    place.getStyleClass().add("comparison-place");
    place.setManaged(!cell.place().isEmpty());
    VBox box = new VBox(new SignMark(cell.answer()), place);
    box.getStyleClass().add("comparison-cell");
    Tooltip.install(box, new Tooltip(cell.words()));
    box.setAccessibleText(cell.words());
    return box;
  }

  private static ColumnConstraints evenly() {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(12.5);
    column.setHalignment(HPos.CENTER);
    return column;
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
