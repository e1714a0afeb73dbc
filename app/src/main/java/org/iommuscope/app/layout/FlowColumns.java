package org.iommuscope.app.layout;

import java.util.List;

/**
 * Pours the trees into columns as a newspaper does, so that all columns are about equally long.
 *
 * <p>Postcondition: rows keep their order; a tree is cut only where it is longer than a column; a
 * frame stands in one column, and the parts of a group are linked.
 */
final class FlowColumns implements LayoutPhase {

  /** A short tree is easier to read whole than in two halves. */
  private static final int SHORTEST_COLUMN = 36;

  private static final double SHAPE = 1.6;
  private static final int TRIES = 3;

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    Grid grid = draft.grid();
    LayoutDraft poured = draft;
    for (int again = 0; again < TRIES; again++) {
      int columns = columnCount(draft, grid);
      poured = pour(draft, columns);
      grid = poured.grid();
      if (grid.widthOf(grid.columns().size()) <= draft.request().width().orElse(Double.MAX_VALUE)) {
        break;
      }
    }
    return poured;
  }

  private static int columnCount(LayoutDraft draft, Grid grid) {
    double column = grid.columnWidth() + Metrics.COLUMN_GAP;
    double wanted =
        draft.request().width().isPresent()
            ? Math.floor(
                (draft.request().width().getAsDouble() - 2 * Metrics.MARGIN + Metrics.COLUMN_GAP)
                    / column)
            : Math.round(Math.sqrt(SHAPE * draft.rows().size() * Metrics.PITCH / column));
    return (int) Math.max(1, wanted);
  }

  private static LayoutDraft pour(LayoutDraft draft, int columns) {
    ColumnCutter cutter = new ColumnCutter(draft.rows(), draft.frames());
    int limit = Math.max(SHORTEST_COLUMN, draft.rows().size() / columns);
    List<List<Grid.Piece>> cut = cutter.cut(limit);
    while (cut.size() > columns) {
      limit += Math.max(1, limit / 40);
      cut = cutter.cut(limit);
    }
    return TieLanes.assign(draft, cut);
  }
}
