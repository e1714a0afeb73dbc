package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.topology.DeviceRef;

/** The mdevs that are members of the group behind them, where the profile says that they are. */
public final class Inheritance {

  private Inheritance() {}

  /** The mdevs that there are, in any profile whose mdevs inherit. */
  public static List<DeviceRef> heirs(AttachState state) {
    return state.era().mdevs() == MdevDesign.GROUP_INHERITED ? state.mdevs() : List.of();
  }

  /** The state with the device in the group that it inherits, if it is an mdev that does. */
  public static AttachState of(AttachState state, DeviceRef ref, Circumstances circumstances) {
    if (state.era().mdevs() != MdevDesign.GROUP_INHERITED) {
      return state;
    }
    return state
        .device(ref)
        .filter(LiveDevice::isMdev)
        .filter(mdev -> mdev.driver().known().isPresent())
        .filter(mdev -> Backings.ofMdev(state, mdev, circumstances) instanceof Backing.DeviceGroup)
        .flatMap(mdev -> Backings.ofMdev(state, mdev, circumstances).domain())
        .map(group -> state.withGroup(ref, group))
        .orElse(state);
  }
}
