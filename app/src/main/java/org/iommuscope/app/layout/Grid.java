package org.iommuscope.app.layout;

import java.util.List;

/**
 * How the rows are cut into columns.
 *
 * @param rowWidth from a column's left edge to the right end of its rows
 * @param badgeWidth room for the group badges right of the rows
 * @param columns pieces from top to bottom, column by column
 * @param lanes how many parallel lines run beside the badges
 * @param noteWidth room for words right of the lanes
 * @param channels how many parallel lines run above the columns
 */
record Grid(
    double rowWidth,
    double badgeWidth,
    double noteWidth,
    List<List<Piece>> columns,
    int lanes,
    int channels) {

  static final Grid EMPTY = new Grid(0, 0, 0, List.of(), 0, 0);

  /**
   * Rows of one tree that stand in one column.
   *
   * @param continued whether the tree began in an earlier column
   */
  record Piece(int first, int end, boolean continued) {}

  Grid {
    columns = List.copyOf(columns);
  }

  Grid withColumns(List<List<Piece>> cut, int side, int above) {
    return new Grid(rowWidth, badgeWidth, noteWidth, cut, side, above);
  }

  double columnWidth() {
    double gutter = lanes == 0 ? 0 : Metrics.FIRST_LANE + Metrics.LANE * lanes;
    return rowWidth + Metrics.BADGE_GAP + badgeWidth + gutter + noteWidth;
  }

  double columnX(int column) {
    return Metrics.MARGIN + column * (columnWidth() + Metrics.COLUMN_GAP);
  }

  double laneX(int column, int lane) {
    return columnX(column)
        + rowWidth
        + Metrics.BADGE_GAP
        + badgeWidth
        + Metrics.FIRST_LANE
        + Metrics.LANE * lane;
  }

  /** Where words right of the lanes begin. */
  double noteX(int column) {
    return laneX(column, Math.max(0, lanes - 1)) + Metrics.NOTE_GAP;
  }

  double channelY(int channel) {
    return Metrics.MARGIN + Metrics.LANE * channel;
  }

  double top() {
    return Metrics.MARGIN + Metrics.LANE * channels;
  }

  /** The width of the whole picture with this many columns. */
  double widthOf(int count) {
    return 2 * Metrics.MARGIN + count * (columnWidth() + Metrics.COLUMN_GAP) - Metrics.COLUMN_GAP;
  }
}
