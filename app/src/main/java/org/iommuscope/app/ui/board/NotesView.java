package org.iommuscope.app.ui.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Waiver;

/** Comments in a form, and below it the waivers with how each stands. */
public final class NotesView extends VBox {

  private static final double WIDTH = 760;
  private static final double INDENT = 16;

  private final NotesViewModel model;
  private final GridPane comments = new GridPane();
  private final VBox waivers = new VBox();
  private final VBox conflicts = new VBox();
  private final WaiverForm form;
  private final Map<Commented, TextField> fields = new LinkedHashMap<>();

  public NotesView(NotesViewModel model) {
    this.model = model;
    form = new WaiverForm(model);
    setId("notes");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    comments.getStyleClass().add("form");
    conflicts.setId("waiver-conflicts");
    waivers.getStyleClass().add("terms");
    getChildren().addAll(title("Comments"), comments, title("Waivers"), conflicts, waivers, form);
    model.contentProperty().subscribe(this::show);
  }

  /** Has the form filled in for one refusal. */
  public void waive(Waiver waiver) {
    form.choose(waiver);
  }

  private void show(NotesViewModel.Content content) {
    showComments(content);
    List<Node> rows = new ArrayList<>();
    for (NotesViewModel.Standing standing : content.waivers()) {
      rows.add(new WaiverRow(model, standing, rows.size() + 1));
    }
    if (rows.isEmpty()) {
      Sentence none = new Sentence("No refusal is accepted.");
      none.getStyleClass().add("muted");
      rows.add(none);
    }
    waivers.getChildren().setAll(rows);
    conflicts.getChildren().setAll(content.conflicts().stream().map(NotesView::conflict).toList());
    form.show(content.waivable());
  }

  /** Fields are made anew only where places come or go, so that typing is not disturbed. */
  private void showComments(NotesViewModel.Content content) {
    List<Commented> places = content.notes().stream().map(NotesViewModel.Note::where).toList();
    if (!List.copyOf(fields.keySet()).equals(places)) {
      comments.getChildren().clear();
      fields.clear();
      content.notes().forEach(note -> addField(note, fields.size()));
    }
    for (NotesViewModel.Note note : content.notes()) {
      TextField field = fields.get(note.where());
      if (field != null && !field.isFocused()) {
        field.setText(note.text());
      }
    }
  }

  private void addField(NotesViewModel.Note note, int row) {
    TextField field = new TextField(note.text());
    field.setId("comment-" + row);
    field.setPromptText(note.depth() == 0 && row == 0 ? "What the plan is for" : "");
    field.setOnAction(entered -> model.comment(note.where(), field.getText()));
    field
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is) {
            model.comment(note.where(), field.getText());
          }
        });
    fields.put(note.where(), field);
    Label label = new Label(note.title());
    label.setLabelFor(field);
    GridPane.setMargin(label, new Insets(0, 0, 0, note.depth() * INDENT));
    GridPane.setHgrow(field, Priority.ALWAYS);
    comments.addRow(row, label, field);
  }

  static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add("section-title");
    return title;
  }

  private static HBox conflict(String sentence) {
    Sentence words = new Sentence(sentence);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(new SignMark(Answer.UNSURE), words);
    row.getStyleClass().add("reply-row");
    return row;
  }

  static Optional<String> typed(TextField field) {
    return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
  }
}
