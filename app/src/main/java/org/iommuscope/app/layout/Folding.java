package org.iommuscope.app.layout;

import java.util.HashSet;
import java.util.Set;
import org.iommuscope.app.graph.GraphNode;

/**
 * Which rows stand for more than themselves.
 *
 * @param unfoldAll opens every fold of twins
 * @param opened folds that are open, by their {@link GraphNode#id()}
 * @param closed devices and roots whose subtree is hidden, by their id
 */
public record Folding(boolean unfoldAll, Set<String> opened, Set<String> closed) {

  /** Twins are folded, subtrees are open. */
  public static final Folding USUAL = new Folding(false, Set.of(), Set.of());

  /** Every device has its own row. */
  public static final Folding NONE = new Folding(true, Set.of(), Set.of());

  public Folding {
    opened = Set.copyOf(opened);
    closed = Set.copyOf(closed);
  }

  /** Opens a closed fold of twins, and the other way round. */
  public Folding withToggledTwins(String id) {
    return new Folding(unfoldAll, toggled(opened, id), closed);
  }

  /** Hides a subtree, or shows it again. */
  public Folding withToggledSubtree(String id) {
    return new Folding(unfoldAll, opened, toggled(closed, id));
  }

  /** Whether nothing was opened or closed by itself. */
  boolean isUsual() {
    return opened.isEmpty() && closed.isEmpty();
  }

  boolean isOpen(String fold) {
    return unfoldAll || opened.contains(fold);
  }

  boolean isClosed(String node) {
    return closed.contains(node);
  }

  private static Set<String> toggled(Set<String> ids, String id) {
    Set<String> changed = new HashSet<>(ids);
    if (!changed.remove(id)) {
      changed.add(id);
    }
    return changed;
  }
}
