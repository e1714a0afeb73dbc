package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Gives each tie a lane beside the rows in which nothing else runs, as near as possible. */
final class LaneChooser {

  /** More parallel lines than this cannot be followed by eye; later ones share the last lane. */
  private static final int MOST_LANES = 12;

  private final int[] columnOf;
  private final int[] columnStart;
  private final List<BitSet> taken = new ArrayList<>();
  private int lanes;
  private int channels;

  LaneChooser(List<List<Grid.Piece>> columns, int rows) {
    columnOf = new int[rows];
    columnStart = new int[columns.size()];
    for (int column = 0; column < columns.size(); column++) {
      columnStart[column] = columns.get(column).getFirst().first();
      for (Grid.Piece piece : columns.get(column)) {
        Arrays.fill(columnOf, piece.first(), piece.end(), column);
      }
    }
    for (int lane = 0; lane < MOST_LANES; lane++) {
      taken.add(new BitSet());
    }
  }

  /** How many lanes are in use. */
  int lanes() {
    return lanes;
  }

  /** How many ties lead from one column to another. */
  int channels() {
    return Math.min(channels, MOST_LANES);
  }

  Tie choose(Tie tie) {
    BitSet needed = needed(tie);
    int lane = 0;
    while (lane < MOST_LANES - 1 && taken.get(lane).intersects(needed)) {
      lane++;
    }
    taken.get(lane).or(needed);
    lanes = Math.max(lanes, lane + 1);
    boolean crosses = columnOf[tie.top()] != columnOf[tie.bottom()];
    return tie.inLane(lane, crosses ? channels++ % MOST_LANES : 0);
  }

  // A tie that leaves its column does so over the top, past every row above it.
  private BitSet needed(Tie tie) {
    BitSet rows = new BitSet();
    boolean crosses = columnOf[tie.top()] != columnOf[tie.bottom()];
    if (!crosses) {
      rows.set(tie.top(), tie.bottom() + 1);
      return rows;
    }
    tie.from().forEach(row -> rows.set(columnStart[columnOf[row]], row + 1));
    rows.set(columnStart[columnOf[tie.to()]], tie.to() + 1);
    return rows;
  }
}
