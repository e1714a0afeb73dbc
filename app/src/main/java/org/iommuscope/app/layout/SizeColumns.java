package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;

/**
 * Finds the width that rows and badges want, the same for every column; what the user opens or
 * plans changes none.
 */
final class SizeColumns implements LayoutPhase {

  private static final double MDEV_EXTRA = Metrics.GAP + Metrics.MDEV_SIGN + Metrics.MDEV_GUEST;

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    TextMeasure measure = draft.request().measure();
    double row = Metrics.NARROWEST_ROW;
    double badge = 0;
    for (Row line : withTwins(draft)) {
      row = Math.max(row, rowWidth(measure, line) + usesWidth(draft, line));
      badge = Math.max(badge, badgeWidth(measure, line));
    }
    double width = Math.min(Math.ceil(row), Metrics.WIDEST_ROW);
    double notes =
        NoteBackings.texts(draft).stream()
            .mapToDouble(text -> measure.width(text, TextStyle.NOTE) + Metrics.NOTE_GUESTS)
            .max()
            .orElse(0);
    Grid grid = new Grid(width, Math.ceil(badge), Math.ceil(notes), List.of(), 0, 0);
    return draft.withPlaces(grid, List.of(), List.of());
  }

  /** The rows, and of each fold the twins at its ends, so that opening it widens nothing. */
  private static List<Row> withTwins(LayoutDraft draft) {
    RowWords words = new RowWords(draft.graph());
    List<Row> rows = new ArrayList<>(draft.rows());
    for (Row row : draft.rows()) {
      if (row.node() instanceof FoldNode fold) {
        for (DeviceNode twin : List.of(fold.first(), fold.twins().getLast())) {
          rows.add(new Row.Entry(twin, words.of(twin), row.depth(), Hidden.NOTHING));
        }
      }
    }
    return rows;
  }

  private static double usesWidth(LayoutDraft draft, Row row) {
    return row.node() instanceof DeviceNode device
        ? UseWords.shortened(UseWords.of(draft.graph(), device)).stream()
            .mapToDouble(use -> draft.request().measure().width(use, TextStyle.PILL))
            .map(width -> Math.min(width, Metrics.WIDEST_USE) + Metrics.USE_ROOM)
            .sum()
        : 0;
  }

  private static double rowWidth(TextMeasure measure, Row row) {
    return switch (row) {
      case Row.Head(var node, String name, String note, var hidden) ->
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
    double isolation =
        text.isolation().map(mark -> isolationWidth(measure, mark) + MDEV_EXTRA).orElse(0.0);
    double address = measure.width(text.address(), TextStyle.ADDRESS);
    double name = measure.width(text.name(), TextStyle.NAME);
    return Metrics.BAR + 4 * Metrics.GAP + address + name + isolation + pill;
  }

  static double isolationWidth(TextMeasure measure, IsolationMark mark) {
    return measure.width(mark.text(), TextStyle.PILL) + 2 * Metrics.PILL_PADDING;
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
