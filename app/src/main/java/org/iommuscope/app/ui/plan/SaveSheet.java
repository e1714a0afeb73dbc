package org.iommuscope.app.ui.plan;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;

/** What is shown before a plan is saved or exported from which the host would lose something. */
public final class SaveSheet extends StackPane {

  private static final double MOST_HEIGHT = 340;

  private final ImpactViewModel model;
  private final VBox list = new VBox();
  private final Button save = new Button("Go on all the same");
  private Runnable saving = () -> {};

  public SaveSheet(ImpactViewModel model) {
    this.model = model;
    setId("save-sheet");
    getStyleClass().add("veil");
    Sentence title = new Sentence("The host would lose what it uses");
    title.getStyleClass().add("panel-title");
    save.setId("save-anyway");
    save.setOnAction(pressed -> close(true));
    Button back = new Button("Back to the plan");
    back.setId("save-back");
    back.setOnAction(pressed -> close(false));
    HBox buttons = new HBox(save, back);
    buttons.getStyleClass().add("sheet-buttons");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.prefViewportHeightProperty().bind(Bindings.min(MOST_HEIGHT, list.heightProperty()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    VBox sheet = new VBox(title, scroll, buttons);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxSize(560, USE_PREF_SIZE);
    getChildren().add(sheet);
    setVisible(false);
  }

  /** Goes on at once where nothing is lost, else once the user has seen what is. */
  public void before(Runnable deed) {
    ImpactViewModel.Content impact = model.contentProperty().get();
    if (!impact.isLoss()) {
      deed.run();
      return;
    }
    saving = deed;
    list.getChildren().setAll(new LossesView(impact));
    setVisible(true);
    save.requestFocus();
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      close(false);
      key.consume();
    }
  }

  private void close(boolean saves) {
    setVisible(false);
    Runnable deed = saving;
    saving = () -> {};
    if (saves) {
      deed.run();
    }
  }
}
