package org.iommuscope.app.replay;

import java.util.List;
import org.iommuscope.app.prediction.Preconditions;

/**
 * One recorded scenario.
 *
 * @param capture name of the capture of its machine
 */
public record Recording(
    String capture, String scenario, Preconditions before, List<RecordedStep> steps) {

  public Recording {
    steps = List.copyOf(steps);
  }
}
