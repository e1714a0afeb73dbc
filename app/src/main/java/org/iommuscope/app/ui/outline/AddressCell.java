package org.iommuscope.app.ui.outline;

import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Role;

/** The address, indented as deep as the device hangs, behind a patch in its class's colour. */
final class AddressCell extends TableCell<OutlineRow, OutlineRow> {

  private static final double INDENT = 14;

  private final Region patch = new Region();

  AddressCell() {
    getStyleClass().add("address-cell");
    setGraphic(patch);
  }

  @Override
  protected void updateItem(OutlineRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText("");
      patch.getStyleClass().setAll();
      return;
    }
    setText(row.ref().text());
    patch.getStyleClass().setAll("class-patch");
    boolean inTreeOrder = getTableView().getSortOrder().isEmpty();
    double indent = 8 + (inTreeOrder ? row.depth() * INDENT : 0);
    setStyle("-fx-padding: 0 4 0 " + indent);
    Ink ink = new Ink(Role.CLASS, row.kind().ordinal());
    patch.setStyle("-fx-background-color: #%06x".formatted(Palette.LIGHT.rgb(ink)));
  }
}
