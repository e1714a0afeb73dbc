package org.iommuscope.model.config;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.iommuscope.model.topology.Reading;

/**
 * One of the two capability lists of a config space: where each capability begins.
 *
 * @param offsets the first offset of each id, by id
 * @param end how the list ended
 */
record CapabilityList(SequencedMap<Integer, Integer> offsets, End end) {

  /** What a capability that was not found proves. */
  enum End {
    /** The list was read to its end: what is not in it is not there. */
    WHOLE,
    /** The capture ends before the list does. */
    CUT,
    /** A pointer leads back or out of the list's space. */
    BROKEN
  }

  CapabilityList {
    offsets = Collections.unmodifiableSequencedMap(new TreeMap<>(offsets));
  }

  static CapabilityList none(End end) {
    return new CapabilityList(new TreeMap<>(), end);
  }

  /** Where a capability begins; absent only where the whole list was read. */
  Reading<Integer> offsetOf(int id) {
    Integer offset = offsets.get(id);
    if (offset != null) {
      return Reading.of(offset);
    }
    return end == End.WHOLE ? Reading.absent() : Reading.unread();
  }
}
