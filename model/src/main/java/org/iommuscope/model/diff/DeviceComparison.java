package org.iommuscope.model.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/** Devices that came, went, or have another place. */
final class DeviceComparison {

  private final HostTopology before;
  private final HostTopology after;
  private final Matching matching;
  private final List<DeviceChange> changes = new ArrayList<>();

  DeviceComparison(HostTopology before, HostTopology after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
  }

  /** The changes, sorted by the names that the devices had, and after them the new ones. */
  List<DeviceChange> changes() {
    matching
        .all()
        .forEach((was, match) -> {
          if (match.hasMoved()) {
            changes.add(DeviceChange.moved(was, match.after(), match.because()));
          }
        });
    for (DeviceRef was : before.devices().keySet()) {
      if (matching.after(was).isEmpty()) {
        changes.add(DeviceChange.gone(was, whyGone(was)));
      }
    }
    for (DeviceRef is : after.devices().keySet()) {
      if (matching.before(is).isEmpty()) {
        changes.add(DeviceChange.appeared(is, whyNew(is)));
      }
    }
    changes.sort(
        Comparator.comparing((DeviceChange change) -> change.before().isEmpty())
            .thenComparing(change -> change.before().or(change::after).orElseThrow()));
    return changes;
  }

  private String whyGone(DeviceRef was) {
    return after.devices().containsKey(was)
        ? "another device has this address now"
        : "no device has these ids and this place now";
  }

  private String whyNew(DeviceRef is) {
    return before.devices().containsKey(is)
        ? "another device had this address before"
        : "no device had these ids and this place before";
  }
}
