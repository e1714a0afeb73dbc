package org.iommuscope.model.grouping;

/** What the capture says to a question of the kernel. */
public enum Answer {
  YES,
  NO,
  UNKNOWN;

  static Answer of(boolean is) {
    return is ? YES : NO;
  }
}
