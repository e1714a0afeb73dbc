package org.iommuscope.app.ui.why;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;

/** The reason for a group in sentences, below the picture. */
public final class WhyCard extends VBox {

  private static final double MOST_HEIGHT = 130;

  private final VBox lines = new VBox();
  private final ScrollPane scroll = new ScrollPane(lines);

  public WhyCard(WhyViewModel model) {
    setId("why");
    getStyleClass().add("why");
    Label title = new Label("Why this group");
    title.getStyleClass().add("panel-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button close = new Button("Close");
    close.setId("why-close");
    close.getStyleClass().add("flat");
    close.setOnAction(pressed -> model.hide());
    HBox header = new HBox(title, close);
    header.getStyleClass().add("sheet-header");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.setMinHeight(USE_PREF_SIZE);
    scroll.setPrefHeight(MOST_HEIGHT);
    getChildren().addAll(header, scroll);
    model.whyProperty().subscribe(this::show);
  }

  private void show(Optional<Why> why) {
    setVisible(why.isPresent());
    setManaged(why.isPresent());
    lines
        .getChildren()
        .setAll(why.stream().flatMap(reason -> reason.text().lines()).map(WhyCard::line).toList());
    scroll.setVvalue(0);
  }

  /** Reasons stand further in than what they explain. */
  private static Sentence line(String text) {
    Sentence line = new Sentence(text.strip());
    int depth = text.length() - text.stripLeading().length();
    line.setStyle("-fx-padding: 1 0 1 " + depth * 6 + ";");
    return line;
  }
}
