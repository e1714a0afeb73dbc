package org.iommuscope.model.diff;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/**
 * Which device of one capture is which of the other.
 *
 * <p>Functions are matched by {@link FunctionMatching}; mdevs by their UUID and other devices by
 * their name, which are their identity.
 */
final class Matching {

  /**
   * A device's counterpart in the second capture.
   *
   * @param because why both are one device
   */
  record Match(DeviceRef after, boolean hasMoved, String because) {}

  private final SequencedMap<DeviceRef, Match> forward;
  private final Map<DeviceRef, DeviceRef> backward = new HashMap<>();

  private Matching(SequencedMap<DeviceRef, Match> forward) {
    this.forward = forward;
    forward.forEach((before, match) -> backward.put(match.after(), before));
  }

  static Matching of(HostTopology before, HostTopology after) {
    SequencedMap<DeviceRef, Match> matches = new LinkedHashMap<>();
    matches.putAll(new FunctionMatching(before, after).matches());
    for (DeviceRef ref : before.devices().keySet()) {
      if (!FunctionMatching.isFunction(before, ref)
          && after.devices().containsKey(ref)
          && !FunctionMatching.isFunction(after, ref)) {
        matches.put(ref, new Match(ref, false, "same name"));
      }
    }
    return new Matching(matches);
  }

  /** Every match by the device's name in the first capture. */
  SequencedMap<DeviceRef, Match> all() {
    return Collections.unmodifiableSequencedMap(forward);
  }

  Optional<DeviceRef> after(DeviceRef before) {
    return Optional.ofNullable(forward.get(before)).map(Match::after);
  }

  Optional<DeviceRef> before(DeviceRef after) {
    return Optional.ofNullable(backward.get(after));
  }
}
