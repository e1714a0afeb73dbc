package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the shown rows into the columns of the usual ones, so that opening or closing one row moves
 * nothing but what stands below it in its own column.
 *
 * <p>Postcondition: a row stands in the column of the usual row that it came from.
 */
final class KeepColumns implements LayoutPhase {

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    List<List<Grid.Piece>> cut = new ArrayList<>();
    int at = 0;
    for (List<Grid.Piece> column : draft.grid().columns()) {
      List<Grid.Piece> kept = new ArrayList<>();
      for (Grid.Piece piece : column) {
        int end = at;
        while (end < draft.origins().size() && draft.origins().get(end) < piece.end()) {
          end++;
        }
        kept.add(new Grid.Piece(at, end, piece.continued()));
        at = end;
      }
      cut.add(List.copyOf(kept));
    }
    return TieLanes.assign(draft, cut);
  }
}
