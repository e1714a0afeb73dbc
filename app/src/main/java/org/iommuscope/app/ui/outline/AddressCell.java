package org.iommuscope.app.ui.outline;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

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
    String kind = row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    patch.getStyleClass().setAll("class-patch", "class-" + kind);
    boolean inTreeOrder = getTableView().getSortOrder().isEmpty();
    setPadding(new Insets(0, 4, 0, 8 + (inTreeOrder ? row.depth() * INDENT : 0)));
  }
}
