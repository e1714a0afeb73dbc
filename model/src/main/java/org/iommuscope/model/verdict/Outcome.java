package org.iommuscope.model.verdict;

import java.util.Locale;

/** How a step ends. */
public enum Outcome {
  /** The guest has the device. */
  ATTACHES,
  /** A step of the host is done. */
  DONE,
  /** The guest holds the group already and uses it again. */
  REUSES,
  /** The step fails and leaves the state as it was. */
  REFUSED,
  /** The kernel says yes and isolation is broken. */
  UNSAFE,
  /** The kernel hits a bug: the writer is killed, the effect stays. */
  CRASHES,
  /** The step waits until the guest lets go. */
  BLOCKS,
  /** Facts are missing, or no rule covers it. */
  UNDECIDED;

  /** Whether a plan with such a step must not be carried out. */
  public boolean isBad() {
    return switch (this) {
      case REFUSED, UNSAFE, CRASHES, BLOCKS -> true;
      case ATTACHES, DONE, REUSES, UNDECIDED -> false;
    };
  }

  /** The word of the verdict file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
