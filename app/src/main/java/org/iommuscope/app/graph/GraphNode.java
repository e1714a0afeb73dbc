package org.iommuscope.app.graph;

/** A thing of the picture that can be pointed at. */
public sealed interface GraphNode permits RootNode, DeviceNode, FoldNode, GroupNode, GuestNode {

  /** A name that is unique in the graph, the same on each run, and lawful as an XML id. */
  String id();
}
