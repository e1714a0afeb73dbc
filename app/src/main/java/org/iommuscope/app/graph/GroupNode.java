package org.iommuscope.app.graph;

import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuGroup;

/**
 * An IOMMU group.
 *
 * @param size how many members it has, those included that the capture has no device for
 */
public record GroupNode(GroupId group, IommuGroup.Kind kind, int size) implements GraphNode {

  /** Whether its members can only go to one guest together. */
  public boolean isShared() {
    return size > 1;
  }

  @Override
  public String id() {
    return NodeId.of("group", group.toString());
  }
}
