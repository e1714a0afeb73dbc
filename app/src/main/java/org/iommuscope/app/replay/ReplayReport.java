package org.iommuscope.app.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * How many recorded steps were compared, and which of them disagree.
 *
 * @param steps all steps
 * @param compared those that decide an attachment
 */
public record ReplayReport(int steps, int compared, List<Disagreement> disagreements) {

  public static final ReplayReport EMPTY = new ReplayReport(0, 0, List.of());

  public ReplayReport {
    disagreements = List.copyOf(disagreements);
  }

  public int agreed() {
    return compared - disagreements.size();
  }

  /** The steps that decide nothing. */
  public int notModelled() {
    return steps - compared;
  }

  public ReplayReport plus(ReplayReport other) {
    List<Disagreement> all = new ArrayList<>(disagreements);
    all.addAll(other.disagreements);
    return new ReplayReport(steps + other.steps, compared + other.compared, all);
  }
}
