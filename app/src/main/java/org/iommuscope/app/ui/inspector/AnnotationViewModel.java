package org.iommuscope.app.ui.inspector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;
import org.jspecify.annotations.Nullable;

/** What the user knows of the device selected first and sysfs does not show. */
public final class AnnotationViewModel {

  /**
   * A device and what is known of it.
   *
   * @param behind what may stand behind it; empty where it is no mdev
   * @param mayLend whether mdevs can be made from it, to which it may lend its group
   */
  public record Known(
      DeviceRef device, Annotation annotation, List<Reading<DeviceRef>> behind, boolean mayLend) {
    public Known {
      behind = List.copyOf(behind);
    }

    public boolean isMdev() {
      return !behind.isEmpty();
    }
  }

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<@Nullable Known> known = new ReadOnlyObjectWrapper<>();

  public AnnotationViewModel(Workspace workspace) {
    this.workspace = workspace;
    workspace.sessionProperty().subscribe(session -> known.set(knownIn(session).orElse(null)));
  }

  /** What is known; null while nothing is selected. */
  public ReadOnlyObjectProperty<@Nullable Known> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** Says something else of the device; an edit like any other. */
  public void annotate(Annotation annotation) {
    Known open = known.get();
    if (open != null) {
      workspace.perform(new Intent.Annotate(open.device(), annotation));
    }
  }

  private static Optional<Known> knownIn(Session session) {
    HostTopology host = session.host();
    return session.selection().stream()
        .findFirst()
        .flatMap(host::device)
        .map(device ->
            new Known(
                device.ref(),
                session.plan().annotation(device.ref()),
                device instanceof MediatedDevice mdev ? behind(session, mdev) : List.of(),
                host.mdevParents().containsKey(device.ref())));
  }

  /** The parent, the functions of its group, and what the plan names already. */
  private static List<Reading<DeviceRef>> behind(Session session, MediatedDevice mdev) {
    Set<DeviceRef> devices = new LinkedHashSet<>();
    mdev.parent()
        .known()
        .filter(parent -> session.host().device(parent).isPresent())
        .ifPresent(parent -> {
          devices.add(parent);
          session.host().groupOf(parent).map(IommuGroup::members).ifPresent(devices::addAll);
        });
    devices.removeIf(device -> !isEndpoint(session.host(), device));
    session.plan().annotation(mdev.uuid()).iommuDevice().known().ifPresent(devices::add);
    List<Reading<DeviceRef>> choices = new ArrayList<>();
    choices.add(Reading.unread());
    choices.add(Reading.absent());
    devices.forEach(device -> choices.add(Reading.of(device)));
    return choices;
  }

  private static boolean isEndpoint(HostTopology host, DeviceRef device) {
    return host.device(device)
        .filter(found -> found instanceof PciFunction function && !function.isBridge())
        .isPresent();
  }
}
