package org.iommuscope.app.ui.board;

import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.model.plan.Waiver;

/** One waiver: what it accepts, how it stands, why, until when, and a way to end it. */
final class WaiverRow extends HBox {

  private final NotesViewModel model;
  private final Waiver waiver;

  WaiverRow(NotesViewModel model, NotesViewModel.Standing standing, int number) {
    this.model = model;
    this.waiver = standing.waiver();
    setId("waiver-" + number);
    getStyleClass().addAll("trouble", "option");
    VBox words = new VBox(title(waiver), muted(standing.words()));
    HBox.setHgrow(words, Priority.ALWAYS);
    TextField why = new TextField(waiver.comment().orElse(""));
    why.setId("waiver-" + number + "-comment");
    why.setPromptText("Why it is accepted");
    why.setPrefWidth(220);
    LastDay until = new LastDay(waiver.until());
    until.setId("waiver-" + number + "-until");
    why.setOnAction(entered -> change(NotesView.typed(why), until.day()));
    until.setOnAction(chosen -> change(NotesView.typed(why), until.day()));
    Button end = new Button("End it");
    end.setId("waiver-" + number + "-end");
    end.setMinWidth(USE_PREF_SIZE);
    end.setOnAction(pressed -> model.unwaive(waiver));
    getChildren().addAll(new SignMark(standing.answer()), words, why, until, end);
  }

  private void change(Optional<String> comment, Optional<LocalDate> until) {
    Waiver changed = new Waiver(waiver.rule(), waiver.device(), comment, until);
    if (!changed.equals(waiver)) {
      model.waive(changed);
    }
  }

  private static Sentence title(Waiver waiver) {
    Sentence title = new Sentence(name(waiver));
    title.getStyleClass().add("trouble-title");
    return title;
  }

  /** "group-opens-once for 0000:04:00.1". */
  static String name(Waiver waiver) {
    return waiver.rule()
        + waiver.device().map(device -> " for " + device).orElse(" for every device");
  }

  private static Sentence muted(String text) {
    Sentence sentence = new Sentence(text);
    sentence.getStyleClass().add("muted");
    return sentence;
  }
}
