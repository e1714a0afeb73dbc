package org.iommuscope.app.stories;

import org.iommuscope.app.workspace.Clipboard;

/** A clipboard of one window, which no other program sees. */
final class HeldText implements Clipboard {

  private String held = "";

  @Override
  public void put(String text) {
    held = text;
  }

  @Override
  public String text() {
    return held;
  }
}
