package org.iommuscope.model.diff;

import java.util.List;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/**
 * Groups whose members, or whose number alone, are no longer what they were.
 *
 * @param before the numbers that they had, sorted; empty for an added group
 * @param after the numbers that they have, sorted; empty for a removed group
 * @param devices of a changed group those that came or went, else all members; by the names that
 *     they have now, those of a removed group and those that are gone by the names that they had
 */
public record GroupChange(
    Kind kind, List<GroupId> before, List<GroupId> after, List<DeviceRef> devices) {

  /** What became of the groups. */
  public enum Kind {
    MERGED,
    SPLIT,
    ADDED,
    REMOVED,
    RENUMBERED,
    CHANGED
  }

  public GroupChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
    devices = List.copyOf(devices);
  }
}
