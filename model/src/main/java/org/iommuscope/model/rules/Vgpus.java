package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.OpenFile;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;

/** The mdevs of Intel's GVT-g. */
final class Vgpus {

  private Vgpus() {}

  static boolean isVgpu(AttachState state, LiveDevice device) {
    return device.isMdev()
        && device
            .parent()
            .known()
            .flatMap(state::device)
            .filter(parent -> parent.isOn("i915"))
            .isPresent();
  }

  /** The vGPUs that a guest has open, sorted. */
  static List<DeviceRef> openIn(AttachState state, GuestName guest) {
    return state.filesOf(guest).stream()
        .flatMap(file -> deviceOf(state, file).stream())
        .filter(device -> isVgpu(state, device))
        .map(LiveDevice::ref)
        .sorted()
        .toList();
  }

  private static List<LiveDevice> deviceOf(AttachState state, Handle file) {
    return state.file(file).flatMap(OpenFile::device).flatMap(state::device).stream().toList();
  }
}
