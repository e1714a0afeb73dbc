package org.iommuscope.app.ui.completeness;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.workspace.ToldKinds;
import org.iommuscope.app.workspace.ToldKinds.Gap;

/** Each gap with the rules that wait for it and the command that fills it; what is told, below. */
public final class CompletenessView extends VBox {

  private static final double WIDTH = 720;

  private final CompletenessViewModel model;
  private final Runnable paste;

  /**
   * A view of what is told.
   *
   * @param paste takes what the commands print
   */
  public CompletenessView(CompletenessViewModel model, Runnable paste) {
    this.model = model;
    this.paste = paste;
    setId("completeness");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    model.contentProperty().subscribe(this::show);
  }

  private void show(ToldKinds content) {
    List<Node> lines = new ArrayList<>();
    MeterMark meter = new MeterMark();
    meter.show(content.extents());
    HBox head = new HBox(meter, new Sentence(headline(content)));
    head.getStyleClass().add("entry");
    lines.add(head);
    addIfAny(lines, "Told in full: ", content.told());
    addIfAny(lines, "The host has nothing that would have: ", content.none());
    if (!content.gaps().isEmpty()) {
      lines.add(all(content));
    }
    content.gaps().forEach(gap -> lines.add(gap(gap)));
    getChildren().setAll(lines);
  }

  private static String headline(ToldKinds content) {
    return content.gaps().isEmpty()
        ? "Every kind of fact that rules ask for is told."
        : "What is missing does not stop the rest: a verdict that needs it is \u201cundecided\u201d.";
  }

  private static void addIfAny(List<Node> lines, String before, String titles) {
    if (!titles.isEmpty()) {
      Sentence sentence = new Sentence(before + titles);
      sentence.getStyleClass().add("muted");
      lines.add(sentence);
    }
  }

  private VBox gap(Gap gap) {
    Label title = new Label(gap.title());
    title.getStyleClass().add("term");
    Label much = new Label(gap.much());
    much.getStyleClass().add("muted");
    HBox head = new HBox(MeterMark.bar(gap.extent()), title, much);
    head.getStyleClass().add("entry");
    VBox told = new VBox(2, head);
    if (!gap.waiting().isEmpty()) {
      told.getChildren().add(new Sentence("Not judged: " + gap.waiting()));
    }
    told.getChildren().add(command(gap));
    return told;
  }

  private HBox command(Gap gap) {
    Sentence command = new Sentence(gap.command());
    command.getStyleClass().add("printed");
    HBox.setHgrow(command, Priority.ALWAYS);
    Button copy = copying("Copy", gap.command(), gap.title());
    copy.getStyleClass().add("small-action");
    HBox row = new HBox(command, copy);
    row.getStyleClass().add("entry");
    return row;
  }

  private HBox all(ToldKinds content) {
    Button given = new Button("Paste what they print\u2026");
    given.setId("completeness-paste");
    given.setOnAction(pressed -> paste.run());
    HBox row = new HBox(copying("Copy the commands as one", content.commands(), "all"), given);
    row.getStyleClass().add("sheet-buttons");
    return row;
  }

  private Button copying(String text, String command, String of) {
    Button button = new Button(text);
    button.setId(NodeId.of("copy-command", of));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(pressed -> model.copy(command));
    return button;
  }
}
