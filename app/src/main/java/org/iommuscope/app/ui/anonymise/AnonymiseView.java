package org.iommuscope.app.ui.anonymise;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.iommuscope.app.workspace.Anonymising;

/** The table of replaced values, what is left out, and the way to save it. */
public final class AnonymiseView extends VBox {

  private static final double WIDTH = 840;

  /** Room for two lines, which the sheet has from the beginning. */
  private static final double LEFT_OUT_HEIGHT = 44;

  private final Label headline = new Label();
  private final Label leftOut = new Label();
  private final TableView<Anonymising.Row> table = new TableView<>();
  private final Button save = new Button("Save the anonymised capture…");

  /**
   * A view of the preview.
   *
   * @param choose asks where to save it
   */
  public AnonymiseView(AnonymiseViewModel model, Runnable choose) {
    setId("anonymise");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    leftOut.setMaxWidth(WIDTH);
    leftOut.setMinHeight(LEFT_OUT_HEIGHT);
    headline.setId("anonymise-headline");
    headline.setWrapText(true);
    leftOut.setWrapText(true);
    leftOut.getStyleClass().add("note");
    table.setId("anonymise-values");
    table.setPrefSize(WIDTH, 290);
    column("What", 125, Anonymising.Row::kind);
    column("Value", 225, Anonymising.Row::value);
    column("Becomes", 200, Anonymising.Row::mask);
    column("Times", 55, row -> String.valueOf(row.times()));
    column("First in", 160, Anonymising.Row::where);
    save.setId("anonymise-save");
    save.getStyleClass().add("accent");
    save.setOnAction(pressed -> choose.run());
    getChildren().addAll(headline, table, leftOut, save);
    model.contentProperty().subscribe(this::show);
  }

  private void column(String title, double width, Function<Anonymising.Row, String> text) {
    TableColumn<Anonymising.Row, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    table.getColumns().add(column);
  }

  private void show(AnonymiseViewModel.Content content) {
    headline.setText(content.headline());
    leftOut.setText(content.leftOut());
    table.getItems().setAll(content.rows());
    save.setDisable(!content.canSave());
  }
}
