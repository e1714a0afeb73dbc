package org.iommuscope.app.graph;

import java.util.List;

/** Siblings so alike that one row stands for all of them, in order. */
public record FoldNode(List<DeviceNode> twins) implements GraphNode {

  public FoldNode {
    twins = List.copyOf(twins);
    if (twins.size() < 2) {
      throw new IllegalArgumentException("a fold needs two devices, not " + twins.size());
    }
  }

  public DeviceNode first() {
    return twins.getFirst();
  }

  @Override
  public String id() {
    return NodeId.of("fold", first().ref().text());
  }
}
