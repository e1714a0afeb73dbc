package org.iommuscope.app.ui.palette;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What an entry is, its title, what else is known of it, and its keys at the right. */
final class PaletteCell extends ListCell<PaletteEntry> {

  private final Label kind = new Label();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label keys = new Label();
  private final HBox content;

  PaletteCell(Runnable choose) {
    kind.getStyleClass().addAll("muted", "entry-kind");
    title.setMinWidth(Region.USE_PREF_SIZE);
    detail.getStyleClass().add("muted");
    keys.getStyleClass().add("keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    content = new HBox(kind, title, detail, gap, keys);
    content.getStyleClass().add("entry");
    // The list gives a cell the width of its widest one; a long name is cut instead.
    setPrefWidth(0);
    setOnMouseClicked(clicked -> {
      if (!isEmpty()) {
        choose.run();
      }
    });
  }

  @Override
  protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    setGraphic(entry == null || empty ? null : content);
    if (entry != null && !empty) {
      kind.setText(entry.kind().word());
      title.setText(entry.title());
      title.getStyleClass().remove("address");
      if (entry.kind() == PaletteEntry.Kind.DEVICE) {
        title.getStyleClass().add("address");
      }
      detail.setText(entry.detail());
      keys.setText(entry.keys());
      keys.setVisible(!entry.keys().isEmpty());
    }
  }
}
