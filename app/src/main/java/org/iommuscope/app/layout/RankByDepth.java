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
    int hidden = pushChildren(draft, root, 1, pending);
    rows.add(HeadWords.of(graph, root, hidden));
    while (!pending.isEmpty()) {
      Pending next = pending.pop();
      hidden = pushChildren(draft, next.node(), next.depth() + 1, pending);
      rows.add(new Row.Entry(next.node(), words.of(next.node()), next.depth(), hidden));
    }
  }

  /** Queues what is below a node, or counts it where the user has closed the node. */
  private static int pushChildren(
      LayoutDraft draft, GraphNode node, int depth, Deque<Pending> pending) {
    if (draft.request().folding().isClosed(node.id())) {
      return count(draft.graph(), node);
    }
    List<DeviceNode> children = draft.graph().below(node);
    children.reversed().forEach(child -> pending.push(new Pending(child, depth)));
    return 0;
  }

  private static int count(TopologyGraph graph, GraphNode node) {
    Deque<GraphNode> open = new ArrayDeque<>(graph.below(node));
    int count = 0;
    while (!open.isEmpty()) {
      count++;
      graph.below(open.pop()).forEach(open::push);
    }
    return count;
  }
}
