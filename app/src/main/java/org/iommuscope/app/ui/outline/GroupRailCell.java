package org.iommuscope.app.ui.outline;

import java.util.Optional;
import javafx.scene.control.TableCell;
import org.iommuscope.app.ui.sign.Told;
import org.iommuscope.model.topology.GroupId;

/** The group's number; a rail joins it to the rows above and below of the same group. */
final class GroupRailCell extends TableCell<OutlineRow, OutlineRow> {

  @Override
  protected void updateItem(OutlineRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().removeIf(name -> name.startsWith("rail"));
    if (empty || row == null) {
      setText("");
      return;
    }
    setText(Told.text(row.device().group(), "none"));
    if (row.group().isPresent()) {
      getStyleClass().addAll("rail", rail(row.group()));
      getStyleClass().add("rail-hue-" + Math.floorMod(row.group().get().number(), 8));
    }
  }

  private String rail(Optional<GroupId> group) {
    boolean above = isGroup(getIndex() - 1, group);
    boolean below = isGroup(getIndex() + 1, group);
    if (above) {
      return below ? "rail-middle" : "rail-end";
    }
    return below ? "rail-begin" : "rail-alone";
  }

  private boolean isGroup(int index, Optional<GroupId> group) {
    var rows = getTableView().getItems();
    return index >= 0 && index < rows.size() && rows.get(index).group().equals(group);
  }
}
