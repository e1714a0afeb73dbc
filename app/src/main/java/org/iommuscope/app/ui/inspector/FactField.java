package org.iommuscope.app.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;
import org.iommuscope.app.ui.sign.Told;

/** The value side of a fact: text that wraps, pale where the capture does not say. */
final class FactField implements PropertyEditor<Object> {

  private final Label text;

  FactField(PropertySheet.Item item, Runnable copy) {
    text = new Label(String.valueOf(item.getValue()));
    text.setWrapText(true);
    MenuItem copying = new MenuItem("Copy");
    copying.setOnAction(chosen -> copy.run());
    text.setContextMenu(new ContextMenu(copying));
    text.getStyleClass().add("fact");
    if (text.getText().equals(Told.NOT_CAPTURED)) {
      text.getStyleClass().add("not-captured");
    }
  }

  @Override
  public Node getEditor() {
    return text;
  }

  @Override
  public Object getValue() {
    return text.getText();
  }

  @Override
  public void setValue(Object value) {
    text.setText(String.valueOf(value));
  }
}
