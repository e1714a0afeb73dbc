package org.iommuscope.app.drawing;

import org.iommuscope.app.graph.GraphNode;

/** What a figure belongs to. */
public sealed interface Owner {

  /** A name that is the same on each run. */
  String id();

  /** A node of the graph; several figures may share it. */
  record Part(GraphNode node) implements Owner {
    @Override
    public String id() {
      return node.id();
    }
  }

  /** Words about the picture itself. */
  record Caption(String id) implements Owner {}
}
