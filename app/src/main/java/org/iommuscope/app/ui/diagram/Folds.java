package org.iommuscope.app.ui.diagram;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of twins and which subtrees are open, each on its own.
 *
 * @param opened the folds that were opened, by the first of their twins
 */
record Folds(Folding folding, Map<DeviceRef, FoldNode> opened) {

  static final Folds USUAL = new Folds(Folding.USUAL, Map.of());
  static final Folds ALL_OPEN = new Folds(Folding.NONE, Map.of());

  /**
   * What opens and closes rows.
   *
   * @param at the row that it stands beside
   * @param open whether it would close
   */
  record Handle(GraphNode at, FoldKind kind, boolean open) {}

  /** What a handle folds. */
  enum FoldKind {
    TWINS,
    SUBTREE
  }

  Folds {
    opened = Map.copyOf(opened);
  }

  /** The handle beside a row, where the row has something to open or to close. */
  Optional<Handle> handleOf(TopologyGraph graph, GraphNode row) {
    if (row instanceof FoldNode) {
      return Optional.of(new Handle(row, FoldKind.TWINS, false));
    }
    if (row instanceof DeviceNode device && opened.containsKey(device.ref())) {
      return Optional.of(new Handle(row, FoldKind.TWINS, true));
    }
    return graph.below(row).isEmpty()
        ? Optional.empty()
        : Optional.of(new Handle(row, FoldKind.SUBTREE, !folding.closed().contains(row.id())));
  }

  Folds toggled(Handle handle) {
    return switch (handle.kind()) {
      case SUBTREE -> new Folds(folding.withToggledSubtree(handle.at().id()), opened);
      case TWINS -> toggledTwins(handle.at());
    };
  }

  private Folds toggledTwins(GraphNode at) {
    Map<DeviceRef, FoldNode> changed = new HashMap<>(opened);
    if (at instanceof FoldNode closed) {
      changed.put(closed.first().ref(), closed);
      return new Folds(folding.withToggledTwins(closed.id()), changed);
    }
    @Nullable FoldNode open =
        at instanceof DeviceNode(var first) ? changed.remove(first.ref()) : null;
    return open == null ? this : new Folds(folding.withToggledTwins(open.id()), changed);
  }
}
