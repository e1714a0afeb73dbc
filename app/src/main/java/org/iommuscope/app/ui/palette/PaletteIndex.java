package org.iommuscope.app.ui.palette;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Every entry of one moment, to be searched as often as somebody types. */
final class PaletteIndex {

  /** As many as anybody reads before typing on. */
  private static final int MOST = 60;

  private final List<PaletteEntry> entries;

  PaletteIndex(Collection<PaletteEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * What was found, best first.
   *
   * @param more how many were found besides
   */
  record Hits(List<PaletteEntry> best, int more) {
    Hits {
      best = List.copyOf(best);
    }
  }

  private record Ranked(PaletteEntry entry, int rank) {}

  /** What answers to every word; with nothing typed, the commands. */
  Hits search(String typed) {
    String text = typed.toLowerCase(Locale.ROOT).strip();
    if (text.isEmpty()) {
      return new Hits(entries.stream().filter(PaletteIndex::isCommand).toList(), 0);
    }
    List<String> words = List.of(text.split("\\s+"));
    List<Ranked> found = new ArrayList<>();
    for (PaletteEntry entry : entries) {
      OptionalInt rank = Ranking.of(entry, words);
      rank.ifPresent(known -> found.add(new Ranked(entry, known)));
    }
    // The sort is stable, so that equals stay in the order of the host.
    found.sort(Comparator.comparingInt(Ranked::rank).thenComparing(hit -> hit.entry().kind()));
    return new Hits(
        found.stream().limit(MOST).map(Ranked::entry).toList(), Math.max(0, found.size() - MOST));
  }

  private static boolean isCommand(PaletteEntry entry) {
    return entry.kind() == PaletteEntry.Kind.COMMAND;
  }
}
