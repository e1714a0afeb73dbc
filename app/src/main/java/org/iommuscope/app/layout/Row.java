package org.iommuscope.app.layout;

import org.iommuscope.app.graph.GraphNode;

/**
 * A line of the picture before it has a place.
 *
 * @param depth how far it is indented; the head of a tree is 0
 * @param hidden how many devices its closed subtree hides
 */
public sealed interface Row {

  GraphNode node();

  int depth();

  int hidden();

  /** The head of a tree. */
  record Head(GraphNode node, String name, String note, int hidden) implements Row {
    @Override
    public int depth() {
      return 0;
    }
  }

  /** One device, or twins that share a row. */
  record Entry(GraphNode node, RowText text, int depth, int hidden) implements Row {}
}
