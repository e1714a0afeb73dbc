package org.iommuscope.app.ui.definitions;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.iommuscope.app.definitions.Target;
import org.iommuscope.app.ui.definitions.DefinitionsViewModel.Content;
import org.iommuscope.app.ui.sign.Sentence;

/** The program to choose, what it would be told, and what it has no word for. */
public final class DefinitionsView extends VBox {

  private static final double WIDTH = 760;
  private static final double TEXT_HEIGHT = 330;

  private final DefinitionsViewModel model;
  private final ComboBox<Target> target = new ComboBox<>();
  private final TextArea text = new TextArea();
  private final VBox unsaid = new VBox();
  private final Button copy = new Button("Copy");
  private final Button save = new Button("Save to a folder\u2026");

  /**
   * A view of the plan.
   *
   * @param choose asks for the folder and saves there
   */
  public DefinitionsView(DefinitionsViewModel model, Runnable choose) {
    this.model = model;
    setId("definitions");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    target.setId("definitions-target");
    target.setConverter(new Titles());
    target.getItems().setAll(Target.all());
    target.setOnAction(chosen -> model.ask(target.getValue()));
    text.setId("definitions-text");
    text.setEditable(false);
    text.setPrefHeight(TEXT_HEIGHT);
    text.getStyleClass().add("raw");
    unsaid.getStyleClass().add("losses");
    copy.setId("definitions-copy");
    copy.setOnAction(pressed -> model.copy());
    save.setId("definitions-save");
    save.getStyleClass().add("accent");
    save.setOnAction(pressed -> choose.run());
    HBox head = new HBox(new Label("Export to"), target);
    head.getStyleClass().add("entry");
    HBox buttons = new HBox(save, copy);
    buttons.getStyleClass().add("sheet-buttons");
    getChildren().addAll(head, text, unsaid, buttons);
    model.contentProperty().subscribe(this::show);
    target.setValue(target.getItems().getFirst());
    model.ask(target.getValue());
  }

  private void show(Content content) {
    text.setText(content.text());
    unsaid.getChildren().setAll(content.unsaid().stream().map(DefinitionsView::line).toList());
    if (!content.unsaid().isEmpty()) {
      Sentence title =
          new Sentence(content.files().isEmpty() ? "Nothing to export" : "What it is not told");
      title.getStyleClass().add("losses-title");
      unsaid.getChildren().addFirst(title);
    }
    save.setText(label(content));
    copy.setDisable(content.files().isEmpty());
    save.setDisable(content.files().isEmpty());
  }

  private static String label(Content content) {
    int count = content.files().size();
    return count > 1 ? "Save " + count + " files to a folder\u2026" : "Save to a folder\u2026";
  }

  private static Node line(String sentence) {
    Sentence line = new Sentence(sentence);
    line.getStyleClass().add("advice");
    return line;
  }

  /** What programs are called; nobody types them. */
  private static final class Titles extends StringConverter<Target> {

    @Override
    public String toString(Target target) {
      return DefinitionsViewModel.title(target);
    }

    @Override
    public Target fromString(String text) {
      throw new UnsupportedOperationException("programs are chosen and not typed");
    }
  }
}
