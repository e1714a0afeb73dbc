package org.iommuscope.app.ui.verdict;

import java.util.List;

/**
 * Something that the verdict took for true, and what a user may say to it.
 *
 * @param key of the plan's environment
 */
public record Assumption(String key, String sentence, List<Trouble.Remedy> answers) {
  public Assumption {
    answers = List.copyOf(answers);
  }
}
