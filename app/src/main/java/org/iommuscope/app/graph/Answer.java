package org.iommuscope.app.graph;

import org.iommuscope.model.verdict.Outcome;

/** A verdict in one sign: what a chip or a card can say without words. */
public enum Answer {
  YES("✓"),
  NO("✗"),
  /** The kernel says yes, and isolation is broken. */
  UNSAFE("!"),
  /** The kernel hits a bug on the way. */
  CRASHES("!!"),
  UNSURE("?"),
  /** The device attached and was given back, because its guest did not start. */
  RETURNED("↩"),
  /** Nobody has judged the plan. */
  UNASKED("");

  private final String sign;

  Answer(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** Whether nobody should do it, even where the kernel would let them. */
  public boolean isBad() {
    return switch (this) {
      case NO, UNSAFE, CRASHES -> true;
      case YES, UNSURE, RETURNED, UNASKED -> false;
    };
  }

  public static Answer of(Outcome outcome) {
    return switch (outcome) {
      case ATTACHES, DONE, REUSES -> YES;
      case REFUSED, BLOCKS -> NO;
      case UNSAFE -> UNSAFE;
      case CRASHES -> CRASHES;
      case UNDECIDED -> UNSURE;
    };
  }
}
