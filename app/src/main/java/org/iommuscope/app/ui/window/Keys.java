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
  private final Runnable help;

  /**
   * The keys of these commands.
   *
   * @param covered whether a sheet lies over the window and takes its keys
   * @param help answers to a question mark
   */
  Keys(Commands commands, DeviceDrag drag, BooleanSupplier covered, Runnable help) {
    this.commands = commands;
    this.drag = drag;
    this.covered = covered;
    this.help = help;
  }

  void listenOn(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::cancelDrag);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> run(scene, key));
    scene.addEventHandler(KeyEvent.KEY_TYPED, key -> askForHelp(scene, key));
  }

  private void cancelDrag(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && drag.carried().isPresent()) {
      drag.cancel();
      key.consume();
    }
  }

  /** A question mark is on another key of each keyboard, and so is heard as a letter. */
  private void askForHelp(Scene scene, KeyEvent key) {
    boolean writing = scene.getFocusOwner() instanceof TextInputControl;
    if (key.getCharacter().equals("?") && !writing && !covered.getAsBoolean()) {
      help.run();
      key.consume();
    }
  }

  private void run(Scene scene, KeyEvent key) {
    boolean writing = scene.getFocusOwner() instanceof TextInputControl;
    boolean letter = !key.isShortcutDown() && !key.getCode().isFunctionKey();
    if (writing && letter) {
      return;
    }
    for (Command command : commands.all()) {
      if (command.keys().filter(keys -> keys.match(key)).isPresent()) {
        // Consumed below a sheet as well: the menus' own keys would be heard next.
        key.consume();
        if (!covered.getAsBoolean()) {
          command.run();
        }
        return;
      }
    }
  }
}
