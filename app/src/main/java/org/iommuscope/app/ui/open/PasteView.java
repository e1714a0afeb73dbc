package org.iommuscope.app.ui.open;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;

/** A field to paste into, what its text is understood as, and what can be done with that. */
public final class PasteView extends VBox {

  private static final double WIDTH = 760;
  private static final double FIELD_HEIGHT = 250;

  /** Room for the longest answer, so that no button moves from under the pointer. */
  private static final double ANSWER_HEIGHT = 118;

  private static final Duration AFTER_TYPING = Duration.millis(200);

  private final PasteViewModel model;
  private final TextArea field = new TextArea();
  private final SignMark sign;
  private final Sentence headline = new Sentence("");
  private final VBox notes = new VBox(2);
  private final Button open = new Button("Open as a host");
  private final Button add = new Button("Add to what is open");
  private final PauseTransition pause = new PauseTransition(AFTER_TYPING);

  /**
   * An empty field.
   *
   * @param opening takes the text that is to be opened
   * @param leave closes the sheet
   */
  public PasteView(PasteViewModel model, Consumer<String> opening, Runnable leave) {
    this.model = model;
    sign = new SignMark(model.contentProperty().get().answer());
    setId("paste");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    field.setId("paste-text");
    field.setPromptText("Paste here what you have: from a terminal, a forum, a report");
    field.setPrefHeight(FIELD_HEIGHT);
    field.getStyleClass().add("raw");
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
    field.textProperty().subscribe(text -> pause.playFromStart());
    pause.setOnFinished(done -> model.read(field.getText()));
    getChildren().addAll(field, answer(), buttons(opening, leave));
    model.contentProperty().subscribe(this::show);
  }

  /** Replaces the text by that of the clipboard, and reads it. */
  public void takeClipboard() {
    field.setText(model.clipboard());
    pause.stop();
    model.read(field.getText());
  }

  private VBox answer() {
    headline.setId("paste-headline");
    HBox.setHgrow(headline, Priority.ALWAYS);
    HBox head = new HBox(sign, headline);
    head.getStyleClass().add("reply-row");
    notes.setId("paste-notes");
    VBox answer = new VBox(4, head, notes);
    answer.setMinHeight(ANSWER_HEIGHT);
    return answer;
  }

  private HBox buttons(Consumer<String> opening, Runnable leave) {
    open.setId("paste-open");
    open.getStyleClass().add("accent");
    open.setOnAction(pressed -> {
      String text = field.getText();
      leave.run();
      opening.accept(text);
    });
    add.setId("paste-add");
    add.setOnAction(pressed -> {
      String text = field.getText();
      leave.run();
      model.add(text);
    });
    Button clipboard = new Button("Take the clipboard");
    clipboard.setId("paste-clipboard");
    clipboard.setOnAction(pressed -> takeClipboard());
    HBox buttons = new HBox(open, add, clipboard);
    buttons.getStyleClass().add("sheet-buttons");
    return buttons;
  }

  private void show(PasteViewModel.Content content) {
    sign.show(content.answer());
    headline.setText(content.headline());
    notes.getChildren().setAll(content.notes().stream().map(PasteView::note).toList());
    open.setDisable(!content.canOpen());
    add.setDisable(!content.canAdd());
  }

  private static Sentence note(String text) {
    Sentence note = new Sentence(text);
    note.getStyleClass().add("muted");
    return note;
  }

  /** In a field of many lines the tabulator key would write; nobody could leave by keyboard. */
  private void leaveByTab(KeyEvent key) {
    if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
      field.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      key.consume();
    }
  }
}
