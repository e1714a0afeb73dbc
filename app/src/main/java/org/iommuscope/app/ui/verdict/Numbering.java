package org.iommuscope.app.ui.verdict;

/** Counts the buttons of the whole panel, so that each has an id of its own. */
final class Numbering {

  private int last;

  int next() {
    last++;
    return last;
  }
}
