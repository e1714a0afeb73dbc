package org.iommuscope.imports.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The notes of one import while it runs; of each kind it keeps the first and counts the rest. */
public final class ImportNotes {

  /** More than a person reads, and little enough that a hostile capture fills no memory. */
  private static final int KEPT_OF_A_KIND = 1000;

  private final List<ImportNote> notes = new ArrayList<>();
  private final Map<ImportNote.Kind, Integer> seen = new EnumMap<>(ImportNote.Kind.class);

  public void unreadable(String where, String text) {
    add(new ImportNote(ImportNote.Kind.UNREADABLE, where, OptionalInt.empty(), text));
  }

  public void malformed(String where, String text) {
    add(new ImportNote(ImportNote.Kind.MALFORMED, where, OptionalInt.empty(), text));
  }

  public void malformed(String where, int line, String text) {
    add(new ImportNote(ImportNote.Kind.MALFORMED, where, OptionalInt.of(line), text));
  }

  public void missing(String where, String text) {
    add(new ImportNote(ImportNote.Kind.MISSING, where, OptionalInt.empty(), text));
  }

  public void contradiction(String where, String text) {
    add(new ImportNote(ImportNote.Kind.CONTRADICTION, where, OptionalInt.empty(), text));
  }

  public void contradiction(String where, int line, String text) {
    OptionalInt at = line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    add(new ImportNote(ImportNote.Kind.CONTRADICTION, where, at, text));
  }

  public void ignored(String where, String text) {
    add(new ImportNote(ImportNote.Kind.IGNORED, where, OptionalInt.empty(), text));
  }

  public void ignored(String where, int line, String text) {
    add(new ImportNote(ImportNote.Kind.IGNORED, where, OptionalInt.of(line), text));
  }

  public void addAll(Collection<ImportNote> others) {
    others.forEach(this::add);
  }

  private void add(ImportNote note) {
    if (seen.merge(note.kind(), 1, Integer::sum) <= KEPT_OF_A_KIND) {
      notes.add(note);
    }
  }

  /** The notes in the order they were made, then one for each kind of which more were made. */
  public List<ImportNote> toList() {
    List<ImportNote> all = new ArrayList<>(notes);
    seen.forEach((kind, count) -> {
      if (count > KEPT_OF_A_KIND) {
        String text = (count - KEPT_OF_A_KIND) + " more notes of this kind are not shown";
        all.add(new ImportNote(kind, "", OptionalInt.empty(), text));
      }
    });
    return List.copyOf(all);
  }
}
