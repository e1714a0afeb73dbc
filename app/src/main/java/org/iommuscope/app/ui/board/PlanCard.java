package org.iommuscope.app.ui.board;

import java.util.List;
import org.iommuscope.app.graph.Answer;

/**
 * What is shown of one plan of the board.
 *
 * @param shown whether it is the plan in the window
 * @param kept where it is saved, and how many edits are not
 * @param costs what the host would lose by it
 */
public record PlanCard(
    String name,
    boolean shown,
    Answer answer,
    String words,
    String size,
    String kept,
    List<String> costs,
    String comment) {

  public PlanCard {
    costs = List.copyOf(costs);
  }
}
