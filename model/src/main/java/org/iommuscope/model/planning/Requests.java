package org.iommuscope.model.planning;

import java.util.List;
import java.util.Set;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;

/**
 * What is wished for without naming devices.
 *
 * @param keptUses what the host shall go on doing
 * @param kept devices that stay with the host
 */
public record Requests(List<GuestRequest> guests, Set<HostUse.Kind> keptUses, Set<DeviceRef> kept) {

  /** Nothing wished for. */
  public static final Requests NONE = new Requests(List.of(), Set.of(), Set.of());

  public Requests {
    guests = List.copyOf(guests);
    keptUses = Set.copyOf(keptUses);
    kept = Set.copyOf(kept);
  }

  boolean isKept(HostTopology host, DeviceRef device) {
    return kept.contains(device)
        || host.uses().of(device).stream().anyMatch(use -> keptUses.contains(use.kind()));
  }
}
