package org.iommuscope.app.ui.verdict;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.app.workspace.Wanted;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.topology.DeviceRef;

/** One step in the way: where it fails, why, what would be printed, and buttons that help. */
final class TroubleView extends VBox {

  private static final double INDENT = 14;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final VerdictViewModel model;
  private final Trouble trouble;

  TroubleView(VerdictViewModel model, Trouble trouble, Numbering numbers) {
    this.model = model;
    this.trouble = trouble;
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
    trouble.wanted().forEach(wanted -> getChildren().add(wanted(wanted)));
    trouble.waiver().ifPresent(refusal -> getChildren().add(waive(refusal)));
    trouble.device().ifPresent(device -> selectBy(head, device));
    showSelection();
  }

  /** Stands out while the device that the step is about is selected. */
  void showSelection() {
    pseudoClassStateChanged(CHOSEN, trouble.device().filter(model::isSelected).isPresent());
  }

  private void selectBy(HBox head, DeviceRef device) {
    head.setFocusTraversable(true);
    head.setId(NodeId.of("trouble", device.text()));
    head.getStyleClass().add("trouble-head");
    head.setOnMouseClicked(clicked -> model.select(device));
    head.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
        model.select(device);
        key.consume();
      }
    });
  }

  private void addCause(Trouble.Line line) {
    Label cause = label((line.depth() == 0 ? "" : "because ") + line.text(), "cause");
    VBox.setMargin(cause, new Insets(0, 0, 0, line.depth() * INDENT));
    getChildren().add(cause);
  }

  /** The command that tells, and the way to hand in what it prints. */
  private VBox wanted(Wanted wanted) {
    Label command = label(wanted.command(), "printed");
    Button paste = new Button("Paste what this prints on the host\u2026");
    paste.setId(NodeId.of("wanted", wanted.title()));
    paste.getStyleClass().add("fix");
    paste.setWrapText(true);
    paste.setMinHeight(USE_PREF_SIZE);
    paste.setOnAction(pressed -> model.pasteWhatTells(wanted));
    return new VBox(6, command, paste);
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

  private Button waive(Waiver refusal) {
    Button button = new Button("Waive this until…");
    button.setId(
        NodeId.of("waive", refusal.rule(), refusal.device().map(DeviceRef::text).orElse("")));
    button.getStyleClass().addAll("flat", "small-action");
    button.setOnAction(pressed -> model.waive(refusal));
    return button;
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
