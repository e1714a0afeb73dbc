package org.iommuscope.app.ui.outline;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.iommuscope.app.ui.drag.DragSource;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.model.topology.DeviceRef;

/** A row that can be dragged to a guest, and that glows while a mate of its group is dragged. */
final class OutlineTableRow extends TableRow<OutlineRow> {

  private static final PseudoClass GLOWS = PseudoClass.getPseudoClass("glows");

  private final OutlineViewModel model;

  OutlineTableRow(OutlineViewModel model) {
    this.model = model;
    DragSource.install(this, model.drag(), press -> device());
    model.drag().carriedProperty().subscribe(carried -> glow());
  }

  @Override
  protected void updateItem(OutlineRow row, boolean empty) {
    super.updateItem(row, empty);
    glow();
  }

  private Optional<DeviceRef> device() {
    return Optional.ofNullable(getItem()).map(OutlineRow::ref);
  }

  private void glow() {
    boolean glows = model.drag().carried().filter(carried -> concerns(carried)).isPresent();
    pseudoClassStateChanged(GLOWS, glows);
  }

  private boolean concerns(Proposals carried) {
    return device()
        .filter(ref ->
            carried.devices().contains(ref)
                || carried.mates().stream().anyMatch(mate -> mate.device().equals(ref)))
        .isPresent();
  }
}
