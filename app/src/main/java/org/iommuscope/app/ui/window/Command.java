package org.iommuscope.app.ui.window;

import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Something that the user can do from a menu, a button or the keyboard.
 *
 * @param shortText for a button, where the menu's text is too long
 */
record Command(
    String text,
    String shortText,
    Optional<KeyCombination> keys,
    BooleanExpression enabled,
    Runnable action) {

  void run() {
    if (enabled.get()) {
      action.run();
    }
  }

  String keysText() {
    return keys.map(KeyCombination::getDisplayText).orElse("");
  }

  /** Whether its key is one that text is typed with. */
  boolean isPlainKey() {
    return keys.filter(
            key -> key instanceof KeyCodeCombination code && isPlain(code) && isForText(code))
        .isPresent();
  }

  private static boolean isPlain(KeyCodeCombination keys) {
    return keys.getShortcut() != KeyCombination.ModifierValue.DOWN
        && keys.getControl() != KeyCombination.ModifierValue.DOWN
        && keys.getAlt() != KeyCombination.ModifierValue.DOWN;
  }

  private static boolean isForText(KeyCodeCombination keys) {
    return !keys.getCode().isFunctionKey();
  }
}
