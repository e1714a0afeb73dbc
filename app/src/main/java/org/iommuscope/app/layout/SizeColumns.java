package org.iommuscope.app.layout;

import java.util.List;

/** Finds the width that rows and badges want, the same for every column. */
final class SizeColumns implements LayoutPhase {

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    TextMeasure measure = draft.request().measure();
    double row = Metrics.NARROWEST_ROW;
    double badge = 0;
    for (Row line : draft.rows()) {
      row = Math.max(row, rowWidth(measure, line));
      badge = Math.max(badge, badgeWidth(measure, line));
    }
    double width = Math.min(Math.ceil(row), Metrics.WIDEST_ROW);
    Grid grid = new Grid(width, Math.ceil(badge), List.of(), 0, 0);
    return draft.withPlaces(grid, List.of(), List.of());
  }

  private static double rowWidth(TextMeasure measure, Row row) {
    return switch (row) {
      case Row.Head(var node, String name, String note, int hidden) ->
          2 * Metrics.GAP + headWidth(measure, name, note);
      case Row.Entry entry -> entry.depth() * Metrics.INDENT + wordsWidth(measure, entry.text());
    };
  }

  static double headWidth(TextMeasure measure, String name, String note) {
    return Metrics.BAR
        + Metrics.GAP
        + measure.width(name, TextStyle.ADDRESS)
        + Metrics.GAP
        + measure.width(note, TextStyle.HEADING)
        + Metrics.GAP;
  }

  private static double wordsWidth(TextMeasure measure, RowText text) {
    double pill = measure.width(text.driver().text(), TextStyle.PILL) + 2 * Metrics.PILL_PADDING;
    double address = measure.width(text.address(), TextStyle.ADDRESS);
    double name = measure.width(text.name(), TextStyle.NAME);
    return Metrics.BAR + 4 * Metrics.GAP + address + name + pill;
  }

  static double badgeWidth(TextMeasure measure, Row row) {
    return switch (row) {
      case Row.Head head -> 0;
      case Row.Entry entry ->
          Math.max(
              Metrics.NARROWEST_BADGE,
              measure.width(entry.text().group().text(), TextStyle.BADGE)
                  + 2 * Metrics.PILL_PADDING);
    };
  }
}
