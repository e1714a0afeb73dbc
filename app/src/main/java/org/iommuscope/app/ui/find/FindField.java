package org.iommuscope.app.ui.find;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.CustomTextField;

/**
 * The search field: Enter goes to the next device found, Shift+Enter back, Esc clears and leaves.
 */
public final class FindField extends CustomTextField {

  private final FindViewModel model;
  private final Runnable leave;

  /**
   * A field for this search.
   *
   * @param leave gives the keyboard to what was searched
   */
  public FindField(FindViewModel model, Runnable leave) {
    this.model = model;
    this.leave = leave;
    setId("find");
    setPromptText("Find address, name, driver, g7");
    textProperty().bindBidirectional(model.textProperty());
    Label place = new Label();
    place.setId("find-place");
    place.getStyleClass().add("muted");
    place.textProperty().bind(model.placeProperty());
    setRight(place);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
      model.previous();
    } else if (key.getCode() == KeyCode.ENTER) {
      model.next();
    } else if (key.getCode() == KeyCode.ESCAPE) {
      clear();
      leave.run();
    } else {
      return;
    }
    key.consume();
  }
}
