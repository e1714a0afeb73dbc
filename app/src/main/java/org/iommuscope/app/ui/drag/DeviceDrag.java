package org.iommuscope.app.ui.drag;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/** The device that hangs on the pointer, if one does, with the answers of every guest. */
public final class DeviceDrag {

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<@Nullable Proposals> carried = new ReadOnlyObjectWrapper<>();

  public DeviceDrag(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What every guest says to the device on the pointer; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Proposals> carriedProperty() {
    return carried.getReadOnlyProperty();
  }

  public Optional<Proposals> carried() {
    return Optional.ofNullable(carried.get());
  }

  /** Takes a device up; one that cannot be assigned at all stays where it is. */
  public void pickUp(DeviceRef device) {
    workspace.perform(Intent.Select.of(device));
    carried.set(workspace.judgement().propose(device));
  }

  public void dropOn(GuestName guest) {
    drop(device -> new Intent.Assign(guest, device));
  }

  public void dropOnNewGuest() {
    drop(device -> workspace.session().newGuestWith(device));
  }

  /** Puts the device back. */
  public void cancel() {
    carried.set(null);
  }

  private void drop(Function<DeviceRef, Intent> intent) {
    carried()
        .ifPresent(proposals -> {
          cancel();
          workspace.perform(intent.apply(proposals.device()));
        });
  }
}
