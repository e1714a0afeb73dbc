package org.iommuscope.app.prediction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.Reading;

/**
 * The parents of software mdevs. They are no devices of a bus, but of a module that was loaded for
 * a recording and perhaps not for the capture that it borrows.
 */
final class SoftwareParents {

  /** {@code MAX_MTTYS} of samples/vfio-mdev/mtty.c; a device of type {@code mtty-N} takes N. */
  private static final int MTTY_PORTS = 24;

  private SoftwareParents() {}

  static HostTopology added(HostTopology captured, Preconditions before, List<StepInputs> steps) {
    List<DeviceName> names =
        parents(before, steps).stream()
            .flatMap(ref -> ref instanceof DeviceName name ? List.of(name).stream() : null)
            .filter(name -> captured.device(name).isEmpty())
            .toList();
    if (names.isEmpty()) {
      return captured;
    }
    List<HostDevice> devices = new ArrayList<>(captured.devices().values());
    List<MdevParent> mdevParents = new ArrayList<>(captured.mdevParents().values());
    for (DeviceName name : names) {
      devices.add(device(name));
      mdevParents.add(new MdevParent(name, mttyTypes()));
    }
    return new HostTopology(
        devices, captured.groups().values(), mdevParents, captured.kernel(), captured.uses());
  }

  private static Set<DeviceRef> parents(Preconditions before, List<StepInputs> steps) {
    Set<DeviceRef> parents = new LinkedHashSet<>();
    before.mdevs().values().forEach(mdev -> parents.add(mdev.parent()));
    for (StepInputs step : steps) {
      switch (RequestReader.read(step)) {
        case Request.Call(AttachStep.CreateMdev create) -> parents.add(create.parent());
        case Request.CreateUntilRefused create -> parents.add(create.parent());
        default -> {}
      }
    }
    return parents;
  }

  /** A module's device is named after its driver. */
  private static OtherDevice device(DeviceName name) {
    return new OtherDevice(name, "platform", Reading.absent(), Reading.of(name.text()));
  }

  private static List<MdevType> mttyTypes() {
    return IntStream.of(1, 2)
        .mapToObj(ports ->
            new MdevType(
                "mtty-" + ports,
                Reading.unread(),
                Reading.of("vfio-pci"),
                Reading.of(MTTY_PORTS / ports)))
        .toList();
  }
}
