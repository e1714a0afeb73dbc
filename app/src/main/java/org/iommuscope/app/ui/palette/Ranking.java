package org.iommuscope.app.ui.palette;

import java.util.List;
import java.util.OptionalInt;

/** How well an entry answers to what was typed; less is better. */
final class Ranking {

  private static final int WHOLE = 0;
  private static final int BEGINNING = 1;
  private static final int WORD = 2;
  private static final int INSIDE = 4;
  private static final int IN_THE_REST = 8;

  private Ranking() {}

  /** The sum over all words; nothing where one of them is not found. */
  static OptionalInt of(PaletteEntry entry, List<String> words) {
    int sum = 0;
    for (String word : words) {
      int rank = rank(entry, word);
      if (rank < 0) {
        return OptionalInt.empty();
      }
      sum += rank;
    }
    return OptionalInt.of(sum);
  }

  private static int rank(PaletteEntry entry, String word) {
    int best = -1;
    for (String name : entry.names()) {
      int rank = rankIn(name, word);
      best = best < 0 || (rank >= 0 && rank < best) ? rank : best;
    }
    if (best >= 0) {
      return best;
    }
    int rank = rankIn(entry.rest(), word);
    return rank < 0 ? rank : IN_THE_REST + rank;
  }

  private static int rankIn(String text, String word) {
    int at = text.indexOf(word);
    if (at < 0) {
      return -1;
    }
    if (at == 0) {
      return text.length() == word.length() ? WHOLE : BEGINNING;
    }
    while (at >= 0) {
      if (!Character.isLetterOrDigit(text.charAt(at - 1))) {
        return WORD;
      }
      at = text.indexOf(word, at + 1);
    }
    return INSIDE;
  }
}
