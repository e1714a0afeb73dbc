package org.iommuscope.app.graph;

/** How two nodes belong together; an edge is unique by its ends and its kind. */
public sealed interface GraphEdge {

  GraphNode from();

  GraphNode to();

  /** The second is reached through the first: across a bus, as its VF, or as an mdev of it. */
  record LeadsTo(GraphNode from, DeviceNode to) implements GraphEdge {}

  /** The device is a member of the group. */
  record Contains(GroupNode from, DeviceNode to) implements GraphEdge {}

  /**
   * The mdev's isolation is that of another device's group.
   *
   * @param isolation whether the mdev shares the group's domain or has one beside it
   */
  record BackedBy(DeviceNode from, GroupNode to, Isolation isolation) implements GraphEdge {}

  /** The plan gives the device to the guest. */
  record Gets(GuestNode from, DeviceNode to, Answer answer) implements GraphEdge {}
}
