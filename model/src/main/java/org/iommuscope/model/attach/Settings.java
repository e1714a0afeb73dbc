package org.iommuscope.model.attach;

import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;

/**
 * What surrounds the devices.
 *
 * @param parameters module parameters that were written since the capture
 * @param processes what is known of each guest's process; root where nothing is
 * @param nodeOwner the user who owns the nodes of vfio groups
 * @param arrivals the driver, or none, that a device gets when it appears
 */
record Settings(
    PersistentMap<String, String> parameters,
    PersistentMap<GuestName, ProcessFacts> processes,
    int nodeOwner,
    PersistentMap<DeviceRef, Optional<String>> arrivals) {

  static final Settings NONE =
      new Settings(PersistentMap.empty(), PersistentMap.empty(), 0, PersistentMap.empty());
}
