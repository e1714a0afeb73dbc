package org.iommuscope.app.ui.dials;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Revealing;
import org.iommuscope.app.ui.sign.Sentence;
import org.jspecify.annotations.Nullable;

/** The what-if dials of the selected device and of the host, and what would follow. */
public final class DialsView extends VBox {

  private final DialsViewModel model;
  private final VBox ofDevice = new VBox();
  private final HostDialsView ofHost;
  private final VBox steps = new VBox();
  private final VBox follows = new VBox();
  private @Nullable DeviceDials shown;

  public DialsView(DialsViewModel model) {
    this.model = model;
    setId("dials");
    getStyleClass().add("dials");
    ofHost = new HostDialsView(model);
    steps.setId("dials-steps");
    follows.setId("dials-follow");
    List.of(ofDevice, steps, follows).forEach(part -> part.getStyleClass().add("dials-part"));
    ScrollPane scroll = new ScrollPane(new VBox(ofDevice, ofHost, follows, steps));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Revealing.followFocus(scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.contentProperty().subscribe(this::show);
  }

  private void show(DialsViewModel.Content content) {
    DeviceDials device = content.device().orElse(null);
    if (!Objects.equals(device, shown) || ofDevice.getChildren().isEmpty()) {
      shown = device;
      ofDevice
          .getChildren()
          .setAll(
              device == null
                  ? new Sentence("Select a device in the tree or the table to turn its dials.")
                  : new DeviceDialsView(model, device, content.override()));
    }
    ofHost.show(content);
    steps.getChildren().setAll(title("What is imagined"));
    content.steps().forEach(step -> steps.getChildren().add(row(step)));
    if (content.steps().isEmpty()) {
      steps.getChildren().add(muted("Nothing: the host is as it was captured."));
    } else {
      Button off = new Button("Imagine nothing");
      off.setId("dials-off");
      off.setOnAction(pressed -> model.turnAllOff());
      steps.getChildren().add(off);
    }
    follows.getChildren().clear();
    if (!content.follows().isEmpty()) {
      follows.getChildren().add(title("What would follow"));
      content.follows().forEach(text -> follows.getChildren().add(consequence(text)));
    }
  }

  private HBox row(DialsViewModel.Imagined step) {
    Sentence words = new Sentence(step.words());
    HBox.setHgrow(words, Priority.ALWAYS);
    Button away = new Button("×");
    away.getStyleClass().addAll("flat", "small-action");
    away.setAccessibleText("Imagine no more: " + step.words());
    away.setOnAction(pressed -> model.without(step.step()));
    HBox row = new HBox(words, away);
    row.getStyleClass().add("dials-step");
    return row;
  }

  static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add("section-title");
    return title;
  }

  private static Node muted(String text) {
    Sentence sentence = new Sentence(text);
    sentence.getStyleClass().add("muted");
    return sentence;
  }

  private static Node consequence(String text) {
    Sentence sentence = new Sentence(text);
    sentence.getStyleClass().add("imagined");
    return sentence;
  }
}
