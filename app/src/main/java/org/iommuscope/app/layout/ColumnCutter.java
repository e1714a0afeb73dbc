package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;

/** Cuts the rows into columns of at most so many rows. */
final class ColumnCutter {

  private final List<Row> rows;
  private final boolean[] insideFrame;
  private final List<Integer> heads = new ArrayList<>();

  ColumnCutter(List<Row> rows, List<Frame> frames) {
    this.rows = rows;
    this.insideFrame = new boolean[rows.size() + 1];
    for (Frame frame : frames) {
      for (int at = frame.first() + 1; at < frame.end(); at++) {
        insideFrame[at] = true;
      }
    }
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at) instanceof Row.Head) {
        heads.add(at);
      }
    }
    heads.add(rows.size());
  }

  List<List<Grid.Piece>> cut(int limit) {
    Pouring pouring = new Pouring(limit);
    for (int tree = 0; tree + 1 < heads.size(); tree++) {
      pouring.tree(heads.get(tree), heads.get(tree + 1));
    }
    return pouring.columns();
  }

  /**
   * Where to cut so that the column reads well: before a shallow row, not within a frame, and as
   * late as that allows.
   */
  private int cutBefore(int first, int latest) {
    int earliest = Math.max(first + 1, latest - Math.max(4, (latest - first) / 5));
    int best = latest;
    int bestCost = cost(latest);
    for (int at = latest - 1; at >= earliest; at--) {
      if (cost(at) < bestCost) {
        best = at;
        bestCost = cost(at);
      }
    }
    return best;
  }

  private int cost(int at) {
    return rows.get(at).depth() + (insideFrame[at] ? 1000 : 0);
  }

  /** The columns so far, and how full the last one is. */
  private final class Pouring {

    private final int limit;
    private final List<List<Grid.Piece>> columns = new ArrayList<>();
    private List<Grid.Piece> column = new ArrayList<>();
    private int used;

    Pouring(int limit) {
      this.limit = limit;
    }

    void tree(int first, int end) {
      int size = end - first;
      boolean fits = used + 1 + size <= limit;
      boolean keepWhole = size <= limit || used > limit / 2;
      if (used > 0 && !fits && keepWhole) {
        nextColumn();
      }
      int from = first;
      while (end - from > limit - used) {
        int cut = cutBefore(from, from + Math.max(2, limit - used));
        put(from, cut, from > first);
        nextColumn();
        from = cut;
      }
      put(from, end, from > first);
    }

    List<List<Grid.Piece>> columns() {
      nextColumn();
      return columns;
    }

    private void put(int from, int to, boolean continued) {
      column.add(new Grid.Piece(from, to, continued));
      used += to - from + 1;
    }

    private void nextColumn() {
      if (!column.isEmpty()) {
        columns.add(List.copyOf(column));
      }
      column = new ArrayList<>();
      used = 0;
    }
  }
}
