package org.iommuscope.app.layout;

import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;

/**
 * Words at an end of a backing line, right of all lanes.
 *
 * @param owner the mdev, or the group behind it
 * @param group the group behind it
 */
public record MarginNote(Kind kind, GraphNode owner, GroupNode group, String text, Box box) {

  /** Which end of the line it stands at. */
  public enum Kind {
    BACKED,
    BACKING
  }
}
