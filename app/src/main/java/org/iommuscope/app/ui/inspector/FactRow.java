package org.iommuscope.app.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.app.ui.sign.Terms;
import org.iommuscope.app.ui.sign.Told;

/** A fact: its name, what it says, and the line of sysfs that says so. */
final class FactRow extends HBox {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double NAME_WIDTH = 116;

  private final Fact fact;

  FactRow(Fact fact) {
    this.fact = fact;
    getStyleClass().add("fact-line");
    Label name = label(fact.name(), "fact-name");
    name.setMinWidth(NAME_WIDTH);
    name.setMaxWidth(NAME_WIDTH);
    Terms.meaningOf(fact.name()).map(Tooltip::new).ifPresent(name::setTooltip);
    Label value = label(fact.value(), "fact");
    if (fact.value().equals(Told.NOT_CAPTURED)) {
      value.getStyleClass().add("not-captured");
    }
    VBox said = new VBox(value);
    fact.source()
        .filter(source -> !source.line().equals(fact.name()))
        .ifPresent(source -> said.getChildren().add(line(source)));
    HBox.setHgrow(said, Priority.ALWAYS);
    getChildren().addAll(name, said);
  }

  Fact fact() {
    return fact;
  }

  /** What a screen reader says of it. */
  String spoken() {
    return fact.name() + ": " + fact.value();
  }

  void setCurrent(boolean current) {
    pseudoClassStateChanged(CURRENT, current);
  }

  private static Label line(Fact.Source source) {
    Label line = label(source.line(), "fact-source");
    line.setTooltip(new Tooltip(source.whole()));
    return line;
  }

  private static Label label(String text, String styleClass) {
    Label label = new Sentence(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
