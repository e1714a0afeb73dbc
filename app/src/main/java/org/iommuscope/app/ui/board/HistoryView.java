package org.iommuscope.app.ui.board;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.iommuscope.app.workspace.EditWords;
import org.iommuscope.app.workspace.History;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Workspace;

/** Every edit of the shown plan, the oldest first; a press goes to the moment after it. */
public final class HistoryView extends ListView<HistoryView.Line> {

  private static final double WIDTH = 480;

  private final Workspace workspace;

  /**
   * A moment of the history.
   *
   * @param made how many edits were made then
   * @param text the last of them
   * @param undone whether it is taken back
   */
  public record Line(int made, String text, boolean undone) {}

  public HistoryView(Workspace workspace) {
    this.workspace = workspace;
    setId("history");
    setPrefSize(WIDTH, 420);
    setCellFactory(list -> new LineCell());
    setOnMouseClicked(clicked -> go());
    setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        go();
        key.consume();
      }
    });
    workspace.boardProperty().subscribe(board -> show(board.current().history()));
  }

  private void go() {
    Line chosen = getSelectionModel().getSelectedItem();
    if (chosen != null) {
      workspace.perform(new Intent.GoTo(chosen.made()));
    }
  }

  private void show(History history) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(0, "The plan as it began", false));
    history.past().forEach(made -> lines.add(line(lines.size(), made, false)));
    history.future().forEach(made -> lines.add(line(lines.size(), made, true)));
    if (!getItems().equals(lines)) {
      getItems().setAll(lines);
    }
    getSelectionModel().select(history.past().size());
    scrollTo(Math.max(0, history.past().size() - 3));
  }

  private static Line line(int made, History.Made edit, boolean undone) {
    return new Line(made, EditWords.of(edit.edit()), undone);
  }

  /** A line of the list; what was taken back is paler. */
  private static final class LineCell extends ListCell<Line> {
    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().remove("muted");
      if (empty || line == null) {
        setText("");
        return;
      }
      setText(line.made() + "  " + line.text() + (line.undone() ? "  (taken back)" : ""));
      if (line.undone()) {
        getStyleClass().add("muted");
      }
    }
  }
}
