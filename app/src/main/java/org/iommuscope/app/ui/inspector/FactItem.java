package org.iommuscope.app.ui.inspector;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.controlsfx.control.PropertySheet;

/** A fact as the property sheet wants it: a value that nobody edits. */
record FactItem(Fact fact) implements PropertySheet.Item {

  @Override
  public Class<?> getType() {
    return String.class;
  }

  @Override
  public String getCategory() {
    return fact.category();
  }

  @Override
  public String getName() {
    return fact.name();
  }

  @Override
  public String getDescription() {
    return fact.name();
  }

  @Override
  public Object getValue() {
    return fact.value();
  }

  @Override
  public void setValue(Object value) {
    // A capture is read only.
  }

  @Override
  public boolean isEditable() {
    // What is not editable is drawn pale, as if it did not count.
    return true;
  }

  @Override
  public Optional<ObservableValue<? extends Object>> getObservableValue() {
    return Optional.empty();
  }
}
