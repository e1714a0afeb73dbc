package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives rows, badges and hulls their boxes.
 *
 * <p>Postcondition: no two rows overlap; a hull is behind all rows of its part of the group and
 * behind no other row.
 */
final class PlaceBoxes implements LayoutPhase {

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    Grid grid = draft.grid();
    List<PlacedRow> placed = new ArrayList<>(draft.rows().size());
    for (int column = 0; column < grid.columns().size(); column++) {
      double y = grid.top();
      for (Grid.Piece piece : grid.columns().get(column)) {
        y = placePiece(draft, piece, column, y, placed) + Metrics.TREE_GAP;
      }
    }
    return draft.withPlaces(grid, placed, hulls(draft.frames(), placed));
  }

  private static double placePiece(
      LayoutDraft draft, Grid.Piece piece, int column, double top, List<PlacedRow> placed) {
    double y = top;
    if (piece.first() == piece.end()) {
      return y - Metrics.TREE_GAP;
    }
    if (piece.continued()) {
      placed.add(place(draft, continuation(draft.rows(), piece.first()), column, y, true));
      y += Metrics.PITCH;
    }
    for (int at = piece.first(); at < piece.end(); at++) {
      placed.add(place(draft, draft.rows().get(at), column, y, false));
      y += Metrics.PITCH;
    }
    return y;
  }

  private static PlacedRow place(
      LayoutDraft draft, Row row, int column, double y, boolean continued) {
    Grid grid = draft.grid();
    TextMeasure measure = draft.request().measure();
    double left = grid.columnX(column);
    double right = left + grid.rowWidth();
    double x = left + row.depth() * Metrics.INDENT;
    // However deep the tree, a row keeps room for its address.
    x = Math.min(x, right - Metrics.NARROWEST_ROW / 2);
    double width =
        row instanceof Row.Head head
            ? Math.min(right - x, SizeColumns.headWidth(measure, head.name(), head.note()))
            : right - x;
    Box badge =
        new Box(
            right + Metrics.BADGE_GAP, y, SizeColumns.badgeWidth(measure, row), Metrics.ROW_HEIGHT);
    return new PlacedRow(row, column, new Box(x, y, width, Metrics.ROW_HEIGHT), badge, continued);
  }

  /** The head that stands again over the rest of a tree, with the way down to its first row. */
  private static Row continuation(List<Row> rows, int first) {
    StringBuilder path = new StringBuilder("continued");
    int depth = rows.get(first).depth();
    List<String> way = new ArrayList<>();
    for (int at = first - 1; at >= 0; at--) {
      Row row = rows.get(at);
      if (row.depth() < depth) {
        depth = row.depth();
        if (row instanceof Row.Entry entry) {
          way.addFirst(entry.text().address());
        } else if (row instanceof Row.Head head) {
          way.forEach(step -> path.append(" › ").append(step));
          return new Row.Head(head.node(), head.name(), path.toString(), Hidden.NOTHING);
        }
      }
    }
    throw new IllegalStateException("row " + first + " has no head before it");
  }

  private static List<Hull> hulls(List<Frame> frames, List<PlacedRow> placed) {
    List<PlacedRow> rows = placed.stream().filter(row -> !row.continued()).toList();
    List<Hull> hulls = new ArrayList<>(frames.size());
    for (Frame frame : frames) {
      Box box = around(rows.get(frame.first()));
      for (PlacedRow row : rows.subList(frame.first(), frame.end())) {
        box = box.around(around(row));
      }
      hulls.add(new Hull(frame.group(), frame.ordinal(), box));
    }
    return hulls;
  }

  private static Box around(PlacedRow row) {
    Box inside = row.box().around(row.badge());
    Box box = inside.grow(Metrics.HULL_PADDING);
    return Box.between(box.x(), box.y(), inside.right() + Metrics.HULL_END, box.bottom());
  }
}
