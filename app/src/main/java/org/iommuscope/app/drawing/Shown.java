package org.iommuscope.app.drawing;

/** At which levels of detail a shape is drawn. */
public enum Shown {
  ALWAYS,
  /** Stands for a row whose words would be too small. */
  AS_BLOCK,
  FROM_LABELS,
  /** Stands for words that are shown in detail. */
  IN_LABELS,
  IN_DETAIL;

  public boolean at(Detail detail) {
    return switch (this) {
      case ALWAYS -> true;
      case AS_BLOCK -> detail == Detail.BLOCKS;
      case FROM_LABELS -> detail != Detail.BLOCKS;
      case IN_LABELS -> detail == Detail.LABELS;
      case IN_DETAIL -> detail == Detail.DETAILS;
    };
  }
}
