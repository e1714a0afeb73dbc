package org.iommuscope.imports.definitions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of a definition for which a plan has no word, by the names they have there. */
final class NotTakenOver {

  /** More names than any definition has that a person wrote. */
  private static final int MOST = 40;

  private final Map<String, Integer> names = new LinkedHashMap<>();

  void add(String name) {
    if (names.size() < MOST || names.containsKey(name)) {
      names.merge(name, 1, Integer::sum);
    }
  }

  /** Forgets what an export of this program writes of itself. */
  void withoutScaffold() {
    names.keySet().removeAll(Note.SCAFFOLD);
  }

  /** Says all of them in one sentence; nothing where there are none. */
  void tell(String where, PlanDraft plan) {
    if (!names.isEmpty()) {
      String all =
          names.entrySet().stream()
              .map(each -> each.getKey() + (each.getValue() > 1 ? " ×" + each.getValue() : ""))
              .collect(Collectors.joining(", "));
      plan.unknown(where + ": not taken over, as a plan has no word for it: " + all);
    }
  }
}
