package org.iommuscope.app.ui.outline;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.find.FindViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;

/** The devices of the host as rows, in the order of the tree, those found alone while searching. */
public final class OutlineViewModel {

  private final Workspace workspace;
  private final FindViewModel find;
  private final DeviceDrag drag;
  private final ReadOnlyObjectWrapper<List<OutlineRow>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private List<OutlineRow> all = List.of();

  public OutlineViewModel(Workspace workspace, FindViewModel find, DeviceDrag drag) {
    this.workspace = workspace;
    this.find = find;
    this.drag = drag;
    workspace.judgementProperty().subscribe(this::refresh);
    find.matchesProperty().subscribe(this::filter);
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

  public DeviceDrag drag() {
    return drag;
  }

  private void refresh(Judgement judgement) {
    all = OutlineRows.of(judgement);
    filter(find.matchesProperty().get());
  }

  private void filter(Set<DeviceRef> matches) {
    rows.set(
        find.isSearching()
            ? all.stream().filter(row -> matches.contains(row.ref())).toList()
            : all);
  }
}
