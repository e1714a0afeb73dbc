package org.iommuscope.app.ui.drag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/** The devices that hang on the pointer, if any do, with the answers of every guest. */
public final class DeviceDrag {

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<@Nullable Proposals> carried = new ReadOnlyObjectWrapper<>();

  public DeviceDrag(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What every guest says to the devices on the pointer; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Proposals> carriedProperty() {
    return carried.getReadOnlyProperty();
  }

  public Optional<Proposals> carried() {
    return Optional.ofNullable(carried.get());
  }

  /** Takes a device up, and with it all that is selected if it is one of them. */
  public void pickUp(DeviceRef device) {
    SequencedSet<DeviceRef> selection = workspace.session().selection();
    if (!selection.contains(device)) {
      workspace.perform(Intent.Select.of(device));
    }
    SequencedSet<DeviceRef> taken = new LinkedHashSet<>(workspace.session().selection());
    taken.addFirst(device);
    carried.set(workspace.judgement().propose(List.copyOf(taken)));
  }

  public void dropOn(GuestName guest) {
    drop(devices -> new Intent.Assign(guest, devices));
  }

  public void dropOnNewGuest() {
    drop(devices -> workspace.session().newGuestWith(devices));
  }

  /** Puts the devices back. */
  public void cancel() {
    carried.set(null);
  }

  private void drop(Function<List<DeviceRef>, Intent> intent) {
    carried()
        .ifPresent(proposals -> {
          cancel();
          workspace.perform(intent.apply(proposals.devices()));
        });
  }
}
