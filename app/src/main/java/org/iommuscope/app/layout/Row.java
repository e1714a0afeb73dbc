package org.iommuscope.app.layout;

import java.util.List;
import java.util.stream.Stream;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.GuestNode;
import org.iommuscope.app.graph.RootNode;

/**
 * A line of the picture before it has a place.
 *
 * @param depth how far it is indented; the head of a tree is 0
 * @param hidden what its closed subtree hides
 */
public sealed interface Row {

  GraphNode node();

  int depth();

  Hidden hidden();

  /** The devices that it stands for: its own, its twins, and those that it hides. */
  List<DeviceNode> devices();

  /** The head of a tree. */
  record Head(GraphNode node, String name, String note, Hidden hidden) implements Row {
    @Override
    public int depth() {
      return 0;
    }

    @Override
    public List<DeviceNode> devices() {
      return hidden.devices();
    }
  }

  /** One device, or twins that share a row. */
  record Entry(GraphNode node, RowText text, int depth, Hidden hidden) implements Row {
    @Override
    public List<DeviceNode> devices() {
      return switch (node) {
        case DeviceNode device when hidden.isNothing() -> List.of(device);
        case DeviceNode device ->
            Stream.concat(Stream.of(device), hidden.devices().stream()).toList();
        case FoldNode fold -> fold.twins();
        case RootNode root -> List.of();
        case GroupNode group -> List.of();
        case GuestNode guest -> List.of();
      };
    }
  }
}
