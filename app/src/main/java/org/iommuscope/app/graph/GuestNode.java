package org.iommuscope.app.graph;

import org.iommuscope.model.plan.GuestName;

/** A guest of the plan. */
public record GuestNode(GuestName name) implements GraphNode {

  @Override
  public String id() {
    return NodeId.of("guest", name.text());
  }
}
