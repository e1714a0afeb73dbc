/**
 * What there is to show of a host and a plan, as a graph of typed nodes and edges.
 *
 * <p>{@link org.iommuscope.app.graph.TopologyGraph#of} makes the graph of a host, or of a host with
 * a plan and its verdict. Its tree has one {@link org.iommuscope.app.graph.RootNode} a host bridge
 * and hangs every device below the device it is reached through; groups, backing groups and guests
 * are nodes beside the tree. The graph itself is a JGraphT graph, which the exporters read.
 */
@NullMarked
package org.iommuscope.app.graph;

import org.jspecify.annotations.NullMarked;
