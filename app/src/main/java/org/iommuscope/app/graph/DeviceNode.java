package org.iommuscope.app.graph;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;

/** A device of the host; two nodes of one name are the same node. */
public record DeviceNode(HostDevice device) implements GraphNode {

  public DeviceRef ref() {
    return device.ref();
  }

  @Override
  public String id() {
    return NodeId.of("device", ref().text());
  }

  // The name alone: a device's record holds its whole config space.
  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceNode that && ref().equals(that.ref());
  }

  @Override
  public int hashCode() {
    return ref().hashCode();
  }

  @Override
  public String toString() {
    return ref().text();
  }
}
