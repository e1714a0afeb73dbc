package org.iommuscope.app.ui.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.export.StepWords;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.SignMark;
import org.iommuscope.model.plan.PlanStep;

/** The steps of the plan in a row below the picture, with the one that was reached. */
public final class SequenceView extends VBox {

  private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private final SequenceViewModel model;
  private final Label place = new Label();
  private final MenuButton add = new MenuButton("Add a step");
  private final FlowPane steps = new FlowPane();
  private final Sentence told = new Sentence("");
  private final Sentence order = new Sentence("");

  public SequenceView(SequenceViewModel model) {
    this.model = model;
    setId("sequence");
    getStyleClass().addAll("why", "sequence");
    add.setId("sequence-add");
    add.getStyleClass().add("small-menu");
    add.setOnShowing(shown -> fillMenu());
    steps.setId("sequence-steps");
    steps.getStyleClass().add("sequence-steps");
    told.setId("sequence-told");
    order.setId("sequence-order");
    order.textProperty().bind(model.orderProperty());
    order.visibleProperty().bind(order.textProperty().isNotEmpty());
    order.managedProperty().bind(order.visibleProperty());
    getChildren().addAll(header(), steps, told, order);
    model.contentProperty().subscribe(this::show);
  }

  private HBox header() {
    Label title = new Label("Order in time");
    title.getStyleClass().add("panel-title");
    place.getStyleClass().add("muted");
    place.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(place, Priority.ALWAYS);
    HBox header =
        new HBox(
            title,
            button("◀", "sequence-back", "A step back (F7)", model::stepBack),
            button("▶", "sequence-forward", "A step forward (F8)", model::stepForward),
            place,
            add,
            button("Earlier", "sequence-earlier", "Have this step earlier", () -> model.move(-1)),
            button("Later", "sequence-later", "Have this step later", () -> model.move(1)),
            button("Remove", "sequence-remove", "Take this step out", model::remove),
            button("Find an order", "sequence-find", "Find an order that works", model::findOrder),
            button("Close", "sequence-close", "Show the plan as a whole", model::hide));
    header.getStyleClass().add("sequence-head");
    return header;
  }

  private static Button button(String text, String id, String meaning, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().addAll("flat", "small-action");
    button.setTooltip(new Tooltip(meaning));
    button.setAccessibleText(meaning);
    button.setOnAction(pressed -> action.run());
    return button;
  }

  private void fillMenu() {
    List<MenuItem> items = new ArrayList<>(model.offered().stream().map(this::item).toList());
    if (items.isEmpty()) {
      items.add(hint("Add a guest first"));
    }
    if (!model.hasDevice()) {
      items.add(hint("Select a device to plug, unplug or rebind it"));
    }
    add.getItems().setAll(items);
  }

  private MenuItem item(PlanStep step) {
    MenuItem item = new MenuItem(StepWords.of(step));
    item.setMnemonicParsing(false);
    item.setOnAction(chosen -> model.add(step));
    return item;
  }

  private static MenuItem hint(String words) {
    MenuItem hint = new MenuItem(words);
    hint.setDisable(true);
    return hint;
  }

  private void show(Optional<SequenceViewModel.Content> shown) {
    setVisible(shown.isPresent());
    setManaged(shown.isPresent());
    shown.ifPresent(this::show);
  }

  private void show(SequenceViewModel.Content content) {
    int count = content.lines().size();
    place.setText(
        content.at() == 0
            ? "before the first of " + count + " steps"
            : "after step " + content.at() + " of " + count);
    told.setText(content.told() + "; " + content.held());
    steps.getChildren().clear();
    for (int at = 0; at < count; at++) {
      steps.getChildren().add(chip(content, at));
    }
  }

  private Button chip(SequenceViewModel.Content content, int at) {
    SequenceViewModel.Line line = content.lines().get(at);
    Button chip = new Button((at + 1) + "  " + line.words(), new SignMark(line.answer()));
    chip.setId("sequence-step-" + (at + 1));
    chip.setMnemonicParsing(false);
    chip.getStyleClass().add("sequence-step");
    chip.pseudoClassStateChanged(REACHED, at + 1 == content.at());
    chip.pseudoClassStateChanged(DONE, at + 1 < content.at());
    chip.setOnAction(pressed -> model.goTo(at + 1));
    return chip;
  }
}
