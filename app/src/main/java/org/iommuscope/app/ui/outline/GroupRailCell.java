package org.iommuscope.app.ui.outline;

import java.util.Optional;
import javafx.scene.control.TableCell;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.ui.sign.Told;
import org.iommuscope.model.topology.GroupId;
import org.jspecify.annotations.Nullable;

/** The group's number; a bracket joins it to the rows above and below of the same group. */
final class GroupRailCell extends TableCell<OutlineRow, OutlineRow> {

  private static final int CORNER = 5;

  @Override
  protected void updateItem(@Nullable OutlineRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText("");
      setStyle("");
      return;
    }
    setText(Told.text(row.device().group(), "none"));
    setStyle(row.shared() ? bracket(row) : "-fx-text-fill: -color-fg-muted");
  }

  /** The part of the bracket that this row holds: its upper end, its lower end, both or none. */
  private String bracket(OutlineRow row) {
    int top = isGroup(getIndex() - 1, row.group()) ? 0 : 1;
    int bottom = isGroup(getIndex() + 1, row.group()) ? 0 : 1;
    int above = top * CORNER;
    int below = bottom * CORNER;
    int colour = Palette.LIGHT.rgb(new Ink(Role.BADGE_FILL, row.hue()));
    return ("-fx-background-color: #%1$06x, -color-bg-default, #%1$06x33;"
            + "-fx-background-insets: %2$d 6 %3$d 6, %4$d 7 %5$d 7, %4$d 7 %5$d 7;"
            + "-fx-background-radius: %6$d %6$d %7$d %7$d")
        .formatted(colour, top, bottom, 2 * top, 2 * bottom, above, below);
  }

  private boolean isGroup(int index, Optional<GroupId> group) {
    var rows = getTableView().getItems();
    return index >= 0 && index < rows.size() && rows.get(index).group().equals(group);
  }
}
