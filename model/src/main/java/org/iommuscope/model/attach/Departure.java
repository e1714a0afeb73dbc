package org.iommuscope.model.attach;

import java.util.List;
import org.iommuscope.model.topology.DeviceRef;

/**
 * A step that takes devices away from vfio and waits until it may.
 *
 * @param cause the step that waits
 * @param leaving the devices that have yet to leave, in the order in which they do
 */
public record Departure(AttachStep cause, List<DeviceRef> leaving) {

  public Departure {
    leaving = List.copyOf(leaving);
  }

  Departure withoutFirst() {
    return new Departure(cause, leaving.subList(1, leaving.size()));
  }
}
