package org.iommuscope.app.stories;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import org.testfx.api.FxRobot;

/** Chooses in controls that a mouse would first have to open. */
final class Choosing {

  private Choosing() {}

  /** Chooses from a list. */
  static void from(String selector, String value) {
    FxRobot robot = new FxRobot();
    ComboBox<String> box = robot.lookup(selector).queryComboBox();
    robot.interact(() -> box.setValue(value));
  }

  /** Turns a spinner to a number. */
  static void number(String selector, int number) {
    FxRobot robot = new FxRobot();
    Spinner<Integer> spinner = robot.lookup(selector).query();
    robot.interact(() -> spinner.getValueFactory().setValue(number));
  }
}
