package org.iommuscope.app.ui.sign;

import java.util.Locale;
import javafx.scene.layout.Region;
import org.iommuscope.app.graph.Answer;

/** A small mark whose shape and colour, both from the style sheet, tell an answer. */
public final class SignMark extends Region {

  public SignMark(Answer answer) {
    setMouseTransparent(true);
    show(answer);
  }

  public void show(Answer answer) {
    getStyleClass().setAll("sign", styleClass(answer));
  }

  /** The class by which the style sheet knows an answer: {@code sign-unsure}. */
  public static String styleClass(Answer answer) {
    return "sign-" + answer.name().toLowerCase(Locale.ROOT);
  }
}
