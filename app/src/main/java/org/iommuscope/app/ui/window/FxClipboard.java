package org.iommuscope.app.ui.window;

import java.util.Map;
import javafx.scene.input.DataFormat;
import org.iommuscope.app.workspace.Clipboard;

/** The clipboard of the desktop. */
final class FxClipboard implements Clipboard {

  @Override
  public void put(String text) {
    javafx.scene.input.Clipboard.getSystemClipboard()
        .setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  @Override
  public String text() {
    String text = javafx.scene.input.Clipboard.getSystemClipboard().getString();
    return text == null ? "" : text;
  }
}
