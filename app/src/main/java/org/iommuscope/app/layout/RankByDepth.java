package org.iommuscope.app.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.RootNode;
import org.iommuscope.app.graph.TopologyGraph;

/**
 * Lists the trees in reading order, each device below the one it is reached through.
 *
 * <p>Postcondition: a row's parent is the nearest row before it that is one less deep.
 */
final class RankByDepth implements LayoutPhase {

  private record Pending(DeviceNode node, int depth) {}

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    List<Row> rows = new ArrayList<>();
    for (RootNode root : draft.graph().roots()) {
      rank(draft, root, rows);
    }
    return draft.withRows(rows);
  }

  // A stack of our own: a broken capture may chain more bridges than the thread's stack holds.
  private static void rank(LayoutDraft draft, RootNode root, List<Row> rows) {
    TopologyGraph graph = draft.graph();
    RowWords words = new RowWords(graph);
    Deque<Pending> pending = new ArrayDeque<>();
    pushChildren(graph, root, 1, pending);
    rows.add(HeadWords.of(graph, root));
    while (!pending.isEmpty()) {
      Pending next = pending.pop();
      pushChildren(graph, next.node(), next.depth() + 1, pending);
      rows.add(new Row.Entry(next.node(), words.of(next.node()), next.depth(), Hidden.NOTHING));
    }
  }

  private static void pushChildren(
      TopologyGraph graph, GraphNode node, int depth, Deque<Pending> pending) {
    graph.below(node).reversed().forEach(child -> pending.push(new Pending(child, depth)));
  }
}
