package org.iommuscope.app.graph;

import org.iommuscope.model.verdict.Outcome;

/** A verdict in one sign: what a chip or a card can say without words. */
public enum Answer {
  YES("✓"),
  NO("✗"),
  UNSURE("?"),
  /** Nobody has judged the plan. */
  UNASKED("");

  private final String sign;

  Answer(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  public static Answer of(Outcome outcome) {
    return switch (outcome) {
      case ATTACHES, DONE, REUSES -> YES;
      case REFUSED, UNSAFE, CRASHES, BLOCKS -> NO;
      case UNDECIDED -> UNSURE;
    };
  }
}
