package org.iommuscope.app.ui.outline;

import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.ui.sign.Told;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;

/**
 * One device as a row of the table.
 *
 * @param order place in the tree, from 0
 * @param depth how far it hangs below its root, from 0
 * @param shared whether its group has other members
 * @param hue the number of its group's colour
 * @param guest the guest that the plan gives it to, or nothing
 * @param verdict what the plan's verdict says of it, or nothing
 */
public record OutlineRow(
    HostDevice device,
    int order,
    int depth,
    String name,
    boolean shared,
    int hue,
    String guest,
    Answer answer,
    String verdict) {

  public DeviceRef ref() {
    return device.ref();
  }

  public DeviceClass kind() {
    return DeviceClass.of(device);
  }

  public Optional<GroupId> group() {
    return device.group().known();
  }

  /** The driver's name; "none" and "not captured" are different answers. */
  public String driver() {
    return Told.text(device.driver(), "none");
  }
}
