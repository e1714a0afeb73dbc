package org.iommuscope.app.ui.diff;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The changes as a table: what, how it was, how it is. */
public final class DiffView extends VBox {

  private static final double WIDTH = 820;
  private static final double KIND_WIDTH = 130;

  public DiffView(DiffViewModel model) {
    setId("diff");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    model.contentProperty().subscribe(this::show);
  }

  private void show(DiffViewModel.Content content) {
    Label headline = new Label(content.headline());
    headline.setId("diff-headline");
    headline.getStyleClass().add("term");
    headline.setWrapText(true);
    getChildren().setAll(headline);
    if (!content.sections().isEmpty()) {
      GridPane grid = grid();
      grid.addRow(0, new Label(), head(content.before()), head(content.after()));
      int line = 1;
      for (DiffViewModel.Section section : content.sections()) {
        line = add(section, grid, line);
      }
      getChildren().add(grid);
    }
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(12, 4);
    ColumnConstraints kind = new ColumnConstraints(KIND_WIDTH);
    ColumnConstraints side = new ColumnConstraints();
    side.setPercentWidth(40);
    grid.getColumnConstraints().setAll(List.of(kind, side, side));
    return grid;
  }

  /** The last two names of a path, for many captures have the same last one. */
  private static Label head(String source) {
    String[] names = source.split("/", -1);
    String last = names[names.length - 1];
    Label head = new Label(names.length > 1 ? names[names.length - 2] + "/" + last : last);
    head.setWrapText(true);
    head.getStyleClass().add("panel-title");
    return head;
  }

  private static int add(DiffViewModel.Section section, GridPane grid, int first) {
    int line = first;
    Label title = new Label(section.title());
    title.getStyleClass().add("panel-title");
    grid.add(title, 0, line++, 3, 1);
    for (DiffViewModel.Row row : section.rows()) {
      grid.addRow(line++, words(row.kind()), value(row.before()), value(row.after()));
      if (!row.why().isEmpty()) {
        Label why = words(row.why());
        why.getStyleClass().add("note");
        grid.add(why, 1, line++, 2, 1);
      }
    }
    return line;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }

  private static Label value(String text) {
    Label label = words(text);
    label.getStyleClass().add("address");
    return label;
  }
}
