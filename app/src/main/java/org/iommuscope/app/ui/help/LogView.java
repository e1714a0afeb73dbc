package org.iommuscope.app.ui.help;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.iommuscope.app.workspace.Clipboard;

/** The newest lines of the log, where it is kept, and a button that copies that place. */
public final class LogView extends VBox {

  public LogView(String place, String lines, Clipboard clipboard) {
    setId("log");
    getStyleClass().add("about");
    TextArea text = new TextArea(lines);
    text.setId("log-text");
    text.setEditable(false);
    text.getStyleClass().add("printed");
    text.setPrefSize(760, 380);
    Button copy = new Button("Copy this path");
    copy.setId("log-copy");
    copy.getStyleClass().add("small-action");
    copy.setOnAction(pressed -> clipboard.put(place));
    HBox foot = new HBox(new Label("Kept in " + place), copy);
    foot.getStyleClass().add("entry");
    getChildren().addAll(text, foot);
  }
}
