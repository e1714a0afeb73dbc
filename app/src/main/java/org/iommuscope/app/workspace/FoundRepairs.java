package org.iommuscope.app.workspace;

import java.util.List;
import org.iommuscope.model.planning.RepairAnswer;

/**
 * What came of the search for a repair.
 *
 * @param losses of each repair, what of its use the host would lose by it; a sentence each
 */
public record FoundRepairs(RepairAnswer answer, List<List<String>> losses) {
  public FoundRepairs {
    losses = List.copyOf(losses);
  }
}
