package org.iommuscope.app.ui.inspector;

import java.util.ArrayList;
import java.util.List;

/** A row of the inspector's list. */
sealed interface InspectorRow {

  /** The title over facts of one category. */
  record Section(String title) implements InspectorRow {}

  record Line(Fact fact) implements InspectorRow {}

  /** The facts, with a title wherever the category changes. */
  static List<InspectorRow> of(List<Fact> facts) {
    List<InspectorRow> rows = new ArrayList<>();
    String category = "";
    for (Fact fact : facts) {
      if (!fact.category().equals(category)) {
        category = fact.category();
        rows.add(new Section(category));
      }
      rows.add(new Line(fact));
    }
    return rows;
  }
}
