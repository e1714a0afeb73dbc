package org.iommuscope.model.impact;

import java.util.List;
import org.iommuscope.model.topology.DeviceRef;

/**
 * Something that people ask about later and that the host or the plan shows now; it judges nothing.
 *
 * @param devices whom it is about; none where it is about the whole host
 */
public record Advice(Topic topic, List<DeviceRef> devices, String sentence) {

  /** What an advice is about. */
  public enum Topic {
    NO_GROUPS,
    ACS_OVERRIDE,
    GROUP_NUMBERS,
    INTERRUPTS,
    FRAMEWORK,
    MODULES,
    BRIDGE,
    IDS,
    DISPLAY,
    RESET,
    MEMORY,
    ADDRESS_WIDTH,
    CAPACITY,
    GUEST_ADDRESS
  }

  public Advice {
    devices = List.copyOf(devices);
  }

  static Advice ofHost(Topic topic, String sentence) {
    return new Advice(topic, List.of(), sentence);
  }
}
