package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;

/**
 * Writes at both ends of a backing line what it means.
 *
 * <p>Postcondition: a note stands beside its row and right of every lane of its column.
 */
final class NoteBackings implements LayoutPhase {

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    List<PlacedRow> rows = draft.placed().stream().filter(row -> !row.continued()).toList();
    List<MarginNote> notes = new ArrayList<>();
    Set<Integer> noted = new HashSet<>();
    for (Tie tie : draft.ties()) {
      if (tie.kind() != Route.Kind.LINK) {
        if (noted.add(tie.to())) {
          notes.add(
              note(
                  draft,
                  MarginNote.Kind.BACKING,
                  tie,
                  rows.get(tie.to()),
                  tie.group(),
                  behind(draft, tie)));
        }
        for (int from : tie.from()) {
          PlacedRow mdev = rows.get(from);
          GraphNode owner = mdev.row().node();
          notes.add(note(draft, MarginNote.Kind.BACKED, tie, mdev, owner, before(tie, owner)));
        }
      }
    }
    return draft.withNotes(notes);
  }

  /** The words of all notes, which are known before there are places. */
  static Set<String> texts(LayoutDraft draft) {
    Set<String> texts = new LinkedHashSet<>();
    for (Tie tie : draft.ties()) {
      if (tie.kind() != Route.Kind.LINK) {
        texts.add(behind(draft, tie));
      }
    }
    return texts;
  }

  private static MarginNote note(
      LayoutDraft draft,
      MarginNote.Kind kind,
      Tie tie,
      PlacedRow row,
      GraphNode owner,
      String text) {
    Grid grid = draft.grid();
    Box box =
        new Box(grid.noteX(row.column()), row.box().y(), grid.noteWidth(), row.box().height());
    return new MarginNote(kind, owner, tie.group(), text, box);
  }

  private static String behind(LayoutDraft draft, Tie tie) {
    int count = draft.graph().backedBy(tie.group()).size();
    String mdevs = count == 1 ? "1 mdev" : count + " mdevs";
    String isolates =
        tie.kind() == Route.Kind.AUXILIARY
            ? mdevs + (count == 1 ? " has its own domain" : " have domains of their own")
            : "isolates " + mdevs;
    List<String> holders = draft.graph().holdersBeside(tie.group());
    return holders.isEmpty() ? isolates : isolates + ", held by " + String.join(", ", holders);
  }

  private static String before(Tie tie, GraphNode owner) {
    String way = tie.kind() == Route.Kind.AUXILIARY ? "own domain beside g" : "isolated by g";
    return way + tie.group().group() + (isFold(owner) ? ", each" : "");
  }

  private static boolean isFold(GraphNode owner) {
    return owner instanceof FoldNode;
  }
}
