package org.iommuscope.app.layout;

import java.util.List;
import org.iommuscope.app.graph.GroupNode;

/**
 * Rows that a line beside the rows joins.
 *
 * @param ordinal the group's place among the shared groups; -1 where its hull has no colour
 * @param from indices of the rows it starts from, or of the first row of each frame
 * @param to index of the row it leads to; equal to the first of {@code from} for a link
 * @param lane which of the parallel lanes it runs in, counted from the rows
 * @param channel which of the lanes above the columns it runs in, where it changes columns
 */
record Tie(
    Route.Kind kind,
    GroupNode group,
    int ordinal,
    List<Integer> from,
    int to,
    int lane,
    int channel) {

  Tie {
    from = List.copyOf(from);
  }

  int top() {
    return Math.min(to, from.getFirst());
  }

  int bottom() {
    return Math.max(to, from.getLast());
  }

  Tie inLane(int beside, int above) {
    return new Tie(kind, group, ordinal, from, to, beside, above);
  }
}
