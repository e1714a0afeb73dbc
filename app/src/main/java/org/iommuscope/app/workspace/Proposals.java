package org.iommuscope.app.workspace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;

/**
 * What every guest would say to one more device, or to several at once.
 *
 * @param devices at least one
 * @param replies by guest, in the order of the plan
 * @param newGuest what a guest would say that does not exist yet
 * @param mates the others in the groups of the devices
 */
public record Proposals(
    List<DeviceRef> devices,
    SequencedMap<GuestName, Reply> replies,
    Reply newGuest,
    List<GroupMate> mates) {

  public Proposals {
    replies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(replies));
    mates = List.copyOf(mates);
    devices = List.copyOf(devices);
  }

  /** The device that was taken first. */
  public DeviceRef device() {
    return devices.getFirst();
  }
}
