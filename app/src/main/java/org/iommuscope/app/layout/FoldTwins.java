package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.TopologyGraph;

/**
 * Lets one row stand for siblings that the capture shows alike; the usual rows, whatever the user
 * has opened or planned.
 */
final class FoldTwins implements LayoutPhase {

  /** VFs and mdevs come in crowds; other functions are worth a row of their own for longer. */
  private static final int FEWEST_VIRTUAL = 2;

  private static final int FEWEST_OTHERS = 5;

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    if (draft.request().folding().unfoldAll()) {
      return draft;
    }
    List<Row> rows = draft.rows();
    List<Row> folded = new ArrayList<>(rows.size());
    RowWords words = new RowWords(draft.graph());
    int at = 0;
    while (at < rows.size()) {
      int end = endOfTwins(draft.graph(), rows, at);
      folded.addAll(fold(words, rows.subList(at, end)));
      at = end;
    }
    return draft.withRows(folded);
  }

  private static List<Row> fold(RowWords words, List<Row> twins) {
    if (!(twins.getFirst() instanceof Row.Entry first) || twins.size() < fewest(first)) {
      return twins;
    }
    FoldNode fold = new FoldNode(twins.stream().map(row -> (DeviceNode) row.node()).toList());
    return List.of(new Row.Entry(fold, words.of(fold), first.depth(), Hidden.NOTHING));
  }

  private static int fewest(Row.Entry first) {
    return switch (first.text().kind()) {
      case VIRTUAL_FUNCTION, MEDIATED -> FEWEST_VIRTUAL;
      default -> FEWEST_OTHERS;
    };
  }

  private static int endOfTwins(TopologyGraph graph, List<Row> rows, int start) {
    int end = start + 1;
    if (rows.get(start) instanceof Row.Entry first && isLeaf(rows, start)) {
      while (end < rows.size()
          && rows.get(end) instanceof Row.Entry next
          && isLeaf(rows, end)
          && alike(first, next)
          && haveSameUses(graph, first, next)) {
        end++;
      }
    }
    return end;
  }

  private static boolean isLeaf(List<Row> rows, int at) {
    return at + 1 == rows.size() || rows.get(at + 1).depth() <= rows.get(at).depth();
  }

  private static boolean alike(Row.Entry one, Row.Entry two) {
    return one.depth() == two.depth()
        && one.text().kind() == two.text().kind()
        && one.text().name().equals(two.text().name())
        && one.text().driver().equals(two.text().driver())
        && one.text().isolation().equals(two.text().isolation())
        && alikeInGroups(one.text().group(), two.text().group());
  }

  private static boolean haveSameUses(TopologyGraph graph, Row.Entry one, Row.Entry two) {
    return one.node() instanceof DeviceNode first
        && two.node() instanceof DeviceNode second
        && graph.imaginationOf(first).equals(graph.imaginationOf(second))
        && UseWords.of(graph, first).equals(UseWords.of(graph, second));
  }

  private static boolean alikeInGroups(GroupMark one, GroupMark two) {
    boolean sameKind = one.kind() == two.kind();
    return sameKind && (one.kind() != GroupMark.Kind.SHARED || one.group().equals(two.group()));
  }
}
