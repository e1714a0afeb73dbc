package org.iommuscope.app.cli;

import org.iommuscope.model.verdict.Outcome;

/** How the process ends; other programs rely on the numbers. */
final class ExitStatus {

  static final int DONE = 0;

  /** Something is refused, unsafe, blocking or crashing, or a prediction disagrees. */
  static final int REFUSED = 1;

  /** Wrong usage or unreadable input. */
  static final int UNUSABLE = 2;

  /** Nothing is refused, and something cannot be decided. */
  static final int UNDECIDED = 3;

  private ExitStatus() {}

  /** The status that tells a plan's outcome. */
  static int of(Outcome outcome) {
    return switch (outcome) {
      case ATTACHES, DONE, REUSES -> DONE;
      case REFUSED, UNSAFE, CRASHES, BLOCKS -> REFUSED;
      case UNDECIDED -> UNDECIDED;
    };
  }
}
