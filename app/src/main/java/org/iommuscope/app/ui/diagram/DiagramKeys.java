package org.iommuscope.app.ui.diagram;

import javafx.scene.input.KeyEvent;

/**
 * What the keyboard does in the picture: arrows go from row to row, open and close; with Shift they
 * select more, with Ctrl they pan.
 */
final class DiagramKeys {

  private static final double STEP = 60;
  private static final int PAGE = 20;

  private final DiagramView view;
  private final DiagramViewModel model;

  DiagramKeys(DiagramView view, DiagramViewModel model) {
    this.view = view;
    this.model = model;
  }

  void listen() {
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent key) {
    if (!key.isAltDown() && isHeard(key)) {
      key.consume();
    }
  }

  private boolean isHeard(KeyEvent key) {
    if (key.isShortcutDown()) {
      return !key.isShiftDown() && pan(key);
    }
    return key.isShiftDown() ? extend(key) : walk(key);
  }

  private boolean extend(KeyEvent key) {
    switch (key.getCode()) {
      case UP -> model.extend(-1);
      case DOWN -> model.extend(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean pan(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT -> view.pan(STEP, 0);
      case RIGHT -> view.pan(-STEP, 0);
      case UP -> view.pan(0, STEP);
      case DOWN -> view.pan(0, -STEP);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean walk(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT -> model.closeOrAscend();
      case RIGHT -> model.openOrDescend();
      case UP -> model.step(-1);
      case DOWN -> model.step(1);
      case PAGE_UP -> model.step(-PAGE);
      case PAGE_DOWN -> model.step(PAGE);
      case SPACE -> model.toggleSelected();
      default -> {
        return false;
      }
    }
    return true;
  }
}
