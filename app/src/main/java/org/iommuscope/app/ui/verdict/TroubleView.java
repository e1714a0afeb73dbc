package org.iommuscope.app.ui.verdict;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.SignMark;

/** One step in the way: where it fails, why, what would be printed, and buttons that help. */
final class TroubleView extends VBox {

  private static final double INDENT = 14;

  TroubleView(VerdictViewModel model, Trouble trouble, Numbering numbers) {
    getStyleClass().addAll("trouble", "trouble-" + SignMark.styleClass(trouble.answer()));
    Label title = label(trouble.title(), "trouble-title");
    HBox head = new HBox(new SignMark(trouble.answer()), title);
    HBox.setHgrow(title, Priority.ALWAYS);
    head.getStyleClass().add("reply-row");
    getChildren().addAll(head, label(trouble.place(), "trouble-place"));
    trouble.because().forEach(this::addCause);
    trouble.printed().forEach(line -> getChildren().add(label(line, "printed")));
    if (!trouble.remedies().isEmpty()) {
      getChildren().add(remedies(model, trouble, numbers));
    }
  }

  private void addCause(Trouble.Line line) {
    Label cause = label((line.depth() == 0 ? "" : "because ") + line.text(), "cause");
    VBox.setMargin(cause, new Insets(0, 0, 0, line.depth() * INDENT));
    getChildren().add(cause);
  }

  /** One below the other, so that a long text wraps where a row of buttons would be cut. */
  private static VBox remedies(VerdictViewModel model, Trouble trouble, Numbering numbers) {
    VBox buttons = new VBox();
    buttons.getStyleClass().add("remedies");
    for (Trouble.Remedy remedy : trouble.remedies()) {
      Button button = new Button(remedy.text());
      button.setId("fix-" + numbers.next());
      button.getStyleClass().add("fix");
      button.setWrapText(true);
      button.setMinHeight(USE_PREF_SIZE);
      button.setOnAction(pressed -> model.apply(remedy));
      buttons.getChildren().add(button);
    }
    return buttons;
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
