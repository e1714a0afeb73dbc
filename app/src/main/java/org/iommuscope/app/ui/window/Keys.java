package org.iommuscope.app.ui.window;

import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.iommuscope.app.ui.drag.DeviceDrag;

/** The window's keys: Esc puts a dragged device back, and letters stay with text fields. */
final class Keys {

  private final Commands commands;
  private final DeviceDrag drag;
  private final BooleanSupplier covered;

  /**
   * The keys of these commands.
   *
   * @param covered whether a sheet lies over the window and takes its keys
   */
  Keys(Commands commands, DeviceDrag drag, BooleanSupplier covered) {
    this.commands = commands;
    this.drag = drag;
    this.covered = covered;
  }

  void listenOn(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::cancelDrag);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> run(scene, key));
  }

  private void cancelDrag(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && drag.carried().isPresent()) {
      drag.cancel();
      key.consume();
    }
  }

  private void run(Scene scene, KeyEvent key) {
    boolean writing = scene.getFocusOwner() instanceof TextInputControl;
    boolean letter = !key.isShortcutDown() && !key.getCode().isFunctionKey();
    if (covered.getAsBoolean() || (writing && letter)) {
      return;
    }
    for (Command command : commands.all()) {
      if (command.keys().match(key)) {
        command.run();
        key.consume();
        return;
      }
    }
  }
}
