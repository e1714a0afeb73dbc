package org.iommuscope.app.ui.outline;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.filter.FilterViewModel;
import org.iommuscope.app.ui.find.FindViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;

/**
 * The devices of the host as rows, in the order of the tree, those alone that are found and pass
 * the filters.
 */
public final class OutlineViewModel {

  private final Workspace workspace;
  private final FindViewModel find;
  private final FilterViewModel filter;
  private final DeviceDrag drag;
  private final ReadOnlyObjectWrapper<List<OutlineRow>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<OutlineRow> all = List.of();

  public OutlineViewModel(
      Workspace workspace, FindViewModel find, FilterViewModel filter, DeviceDrag drag) {
    this.workspace = workspace;
    this.find = find;
    this.filter = filter;
    this.drag = drag;
    workspace.judgementProperty().subscribe(this::refresh);
    find.matchesProperty().subscribe(found -> narrow());
    filter.outcomeProperty().subscribe(outcome -> narrow());
  }

  public ReadOnlyObjectProperty<List<OutlineRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<?> selectionSource() {
    return workspace.sessionProperty();
  }

  public Set<DeviceRef> selection() {
    return workspace.session().selection();
  }

  public void select(Collection<DeviceRef> devices) {
    workspace.perform(Intent.Select.all(devices));
  }

  /** Why the table is empty, where it is. */
  public String reasonForNothing() {
    if (all.isEmpty()) {
      return "There are no devices: open a capture, or drop one on the window.";
    }
    return filter.outcomeProperty().get().passing().isPresent()
        ? "No device passes the filters and the search. Take one of them away."
        : "No device is found. Every word must be in its address, name, driver or group.";
  }

  public DeviceDrag drag() {
    return drag;
  }

  private void refresh(Judgement judgement) {
    all = OutlineRows.of(judgement);
    narrow();
  }

  private void narrow() {
    FilterViewModel.Outcome outcome = filter.outcomeProperty().get();
    boolean whole = !find.isSearching() && outcome.passing().isEmpty();
    rows.set(whole ? all : all.stream().filter(row -> isShown(row, outcome)).toList());
  }

  private boolean isShown(OutlineRow row, FilterViewModel.Outcome outcome) {
    boolean found = !find.isSearching() || find.matchesProperty().get().contains(row.ref());
    return found && outcome.shows(row.ref());
  }
}
