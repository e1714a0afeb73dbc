package org.iommuscope.app.ui.plan;

import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.app.workspace.GroupMate;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/** The list of guests that the assign key opens: arrows to move, Enter to give, Esc to leave. */
public final class AssignView extends StackPane {

  private static final double ROW_HEIGHT = 52;
  private static final int MOST_MATES = 6;
  private static final int MOST_NAMED = 3;

  private final AssignViewModel model;
  private final Label title = new Label();
  private final VBox mates = new VBox();
  private final ListView<AssignViewModel.Choice> list = new ListView<>();

  public AssignView(AssignViewModel model) {
    this.model = model;
    setId("assign");
    getStyleClass().add("veil");
    title.setId("assign-title");
    title.getStyleClass().add("panel-title");
    list.setId("assign-list");
    list.setCellFactory(view -> new ChoiceCell());
    list.setFixedCellSize(ROW_HEIGHT);
    list.setOnMouseClicked(clicked -> choose());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Label keys = new Label("Arrow keys to move, Enter to give, Esc to leave");
    keys.getStyleClass().add("muted");
    mates.setId("assign-mates");
    VBox sheet = new VBox(title, mates, list, keys);
    sheet.getStyleClass().addAll("sheet", "assign");
    sheet.setMaxSize(480, USE_PREF_SIZE);
    getChildren().add(sheet);
    setVisible(false);
    setOnMouseClicked(clicked -> model.close());
    model.questionProperty().subscribe(this::show);
  }

  private void show(AssignViewModel.@Nullable Question question) {
    setVisible(question != null);
    if (question != null) {
      title.setText("Give " + named(question.devices()) + " to");
      showMates(question.mates());
      list.getItems().setAll(question.choices());
      list.setPrefHeight(Math.min(6, question.choices().size()) * ROW_HEIGHT + 2);
      list.getSelectionModel().selectFirst();
      // The first question is asked before this stands in the window.
      Platform.runLater(list::requestFocus);
    }
  }

  private static String named(List<DeviceRef> devices) {
    return devices.size() <= MOST_NAMED
        ? devices.stream().map(DeviceNames::shortRef).collect(Collectors.joining(", "))
        : devices.size() + " devices";
  }

  /** The same marks that a drag shows. */
  private void showMates(List<GroupMate> all) {
    mates.getChildren().clear();
    all.stream()
        .limit(MOST_MATES)
        .map(mate -> new Sentence(DeviceNames.shortRef(mate.device()) + " " + mate.part().words()))
        .forEach(mates.getChildren()::add);
    if (all.size() > MOST_MATES) {
      String rest = "and " + (all.size() - MOST_MATES) + " more of the group";
      mates.getChildren().add(new Sentence(rest));
    }
    mates.setVisible(!all.isEmpty());
    mates.setManaged(!all.isEmpty());
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> choose();
      case ESCAPE -> model.close();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void choose() {
    AssignViewModel.Choice chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.choose(chosen);
    }
  }

  /** A guest with what it would say. */
  private static final class ChoiceCell extends ListCell<AssignViewModel.Choice> {

    private final SignMark sign = new SignMark(Answer.UNASKED);
    private final Label name = new Label();
    private final Label words = new Label();
    private final HBox content = new HBox(sign, new VBox(name, words));

    ChoiceCell() {
      name.getStyleClass().add("guest-name");
      words.getStyleClass().add("reply");
      content.getChildren().getLast().getStyleClass().add("choice-words");
      content.getStyleClass().add("choice");
    }

    @Override
    protected void updateItem(AssignViewModel.@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setGraphic(choice == null || empty ? null : content);
      if (choice != null && !empty) {
        sign.show(choice.reply().answer());
        name.setText(choice.name());
        words.setText(choice.reply().words());
      }
    }
  }
}
