package org.iommuscope.app.ui.outline;

import javafx.scene.control.TableCell;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.sign.SignMark;

/** The sign and the words of a device's verdict. */
final class VerdictCell extends TableCell<OutlineRow, OutlineRow> {

  private final SignMark sign = new SignMark(Answer.UNASKED);

  VerdictCell() {
    setGraphic(sign);
  }

  @Override
  protected void updateItem(OutlineRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean shown = !empty && row != null;
    setText(shown ? row.verdict() : "");
    sign.setVisible(shown && row.answer() != Answer.UNASKED);
    sign.show(shown ? row.answer() : Answer.UNASKED);
  }
}
