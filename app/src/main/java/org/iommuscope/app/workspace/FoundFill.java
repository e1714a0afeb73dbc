package org.iommuscope.app.workspace;

import java.util.List;
import org.iommuscope.model.planning.FillAnswer;

/**
 * What came of filling in the plan.
 *
 * @param losses what of its use the host would lose by it; a sentence each
 */
public record FoundFill(FillAnswer answer, List<String> losses) {
  public FoundFill {
    losses = List.copyOf(losses);
  }
}
