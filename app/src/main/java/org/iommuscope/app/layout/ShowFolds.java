package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;

/**
 * Opens the folds and hides the subtrees that the user wants so, and puts in the drivers of the
 * plan.
 *
 * <p>Postcondition: the rows keep the order of the usual ones, and each knows which of those it
 * came from. Guests and verdicts play no part, so that giving a device to a guest never moves a
 * row; twins with different drivers are no twins any more.
 */
final class ShowFolds implements LayoutPhase {

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    RowWords words = new RowWords(draft.graph());
    List<Row> shown = new ArrayList<>(draft.rows().size());
    List<Integer> origins = new ArrayList<>(draft.rows().size());
    int closedAt = Integer.MAX_VALUE;
    for (int at = 0; at < draft.rows().size(); at++) {
      Row row = draft.rows().get(at);
      if (row.depth() > closedAt) {
        continue;
      }
      boolean closed = draft.request().folding().isClosed(row.node().id());
      closedAt = closed ? row.depth() : Integer.MAX_VALUE;
      for (Row part : parts(draft, words, row, closed)) {
        shown.add(part);
        origins.add(at);
      }
    }
    return draft.withRows(shown, origins);
  }

  private static List<Row> parts(LayoutDraft draft, RowWords words, Row row, boolean closed) {
    Hidden hidden = closed ? Hidden.below(draft.graph(), row.node()) : Hidden.NOTHING;
    return switch (row) {
      case Row.Head head -> List.of(new Row.Head(head.node(), head.name(), head.note(), hidden));
      case Row.Entry(FoldNode fold, RowText text, int depth, var none) ->
          ofFold(draft, words, fold, depth);
      case Row.Entry(DeviceNode device, RowText text, int depth, var none) ->
          List.of(new Row.Entry(device, words.planned(text, device), depth, hidden));
      case Row.Entry other -> List.of(other);
    };
  }

  private static List<Row> ofFold(LayoutDraft draft, RowWords words, FoldNode fold, int depth) {
    Folding folding = draft.request().folding();
    List<Row> rows = new ArrayList<>();
    List<DeviceNode> twins = fold.twins();
    int at = 0;
    while (at < twins.size()) {
      int end = at + 1;
      while (end < twins.size() && words.haveOneGoal(twins.get(at), twins.get(end))) {
        end++;
      }
      List<DeviceNode> part = twins.subList(at, end);
      boolean single = part.size() < 2 || folding.isOpen(fold.id());
      if (single || folding.isOpen(new FoldNode(part).id())) {
        part.forEach(twin ->
            rows.add(
                new Row.Entry(twin, words.planned(words.of(twin), twin), depth, Hidden.NOTHING)));
      } else {
        FoldNode rest = new FoldNode(part);
        RowText text = words.planned(words.of(rest), rest.first());
        rows.add(new Row.Entry(rest, text, depth, Hidden.NOTHING));
      }
      at = end;
    }
    return rows;
  }
}
