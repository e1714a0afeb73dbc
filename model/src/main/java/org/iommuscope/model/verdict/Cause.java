package org.iommuscope.model.verdict;

import java.util.List;

/** A statement and the statements it follows from: why a step was not simply done. */
public record Cause(Statement statement, List<Cause> because) {

  public Cause {
    because = List.copyOf(because);
  }

  public static Cause fact(Statement statement) {
    return new Cause(statement, List.of());
  }
}
