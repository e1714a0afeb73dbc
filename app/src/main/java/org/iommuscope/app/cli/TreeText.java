package org.iommuscope.app.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.PlacedRow;
import org.iommuscope.app.layout.Row;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.model.topology.HostTopology;
import picocli.CommandLine.Help.Ansi.Style;

/** The tree picture as text: a line for each row, with the same folds and the same words. */
final class TreeText {

  private static final int BETWEEN = 2;

  /** Less room for the left part, and the classes are left out, which the names mostly tell. */
  private static final int NARROW = 34;

  private final Paper paper;
  private final List<TreeLine> lines;
  private final boolean classes;
  private final int left;
  private final int kind;
  private final int driver;
  private final int group;

  private TreeText(List<TreeLine> lines, Paper paper) {
    this.lines = lines;
    this.paper = paper;
    kind = widest(lines, TreeLine::kindWidth);
    driver = widest(lines, TreeLine::driverWidth);
    group = widest(lines, TreeLine::groupWidth);
    int wanted = widest(lines, TreeLine::leftWidth);
    int right = driver + group + 2 * BETWEEN;
    OptionalInt columns = paper.columns();
    int most = columns.isPresent() ? columns.getAsInt() - right : wanted + kind + BETWEEN;
    classes = most - kind - BETWEEN >= Math.min(wanted, NARROW);
    left = Math.min(wanted, Math.max(1, classes ? most - kind - BETWEEN : most));
  }

  /** The trees of a host, one below the other. */
  static String of(HostTopology host, Folding folding, Paper paper) {
    TopologyGraph graph = TopologyGraph.of(host);
    List<Row> rows =
        TreeLayout.place(graph, (text, style) -> text.length(), OptionalDouble.empty(), folding)
            .rows()
            .stream()
            .filter(placed -> !placed.continued())
            .map(PlacedRow::row)
            .toList();
    return new TreeText(TreeLines.of(graph, rows), paper).text();
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    for (TreeLine line : lines) {
      out.append(
          switch (line) {
            case TreeLine.Head head -> head(head);
            case TreeLine.Entry entry -> entry(entry);
          });
      out.append('\n');
    }
    return out.toString();
  }

  private String head(TreeLine.Head head) {
    return "\n" + paper.ink(head.name(), Style.bold) + "  " + head.note();
  }

  private String entry(TreeLine.Entry entry) {
    List<String> parts = new ArrayList<>();
    parts.add(leftPart(entry));
    if (classes) {
      parts.add(padded(entry.kind(), kind, TreeInks.of(entry.text().kind())));
    }
    parts.add(padded(entry.driver(), driver, TreeInks.of(entry.text().driver())));
    parts.add(
        paper.ink(
            entry.rail() + " " + entry.group(),
            TreeInks.of(entry.text().group(), entry.ordinal())));
    return String.join(" ".repeat(BETWEEN), parts).stripTrailing() + furtherLines(entry);
  }

  /** The remarks below the line, where they have no room in it. */
  private String furtherLines(TreeLine.Entry entry) {
    if (entry.words().length() <= left) {
      return "";
    }
    int room = paper.columns().orElse(Integer.MAX_VALUE) - entry.below().length();
    return entry.remarks().stream()
        .map(
            remark -> "\n" + paper.ink(entry.below(), Style.faint) + Paper.fit("· " + remark, room))
        .collect(joining());
  }

  private String leftPart(TreeLine.Entry entry) {
    String words =
        entry.words().length() <= left ? entry.words() : Paper.fit(entry.fewWords(), left);
    int branch = Math.min(entry.branch().length(), words.length());
    return paper.ink(words.substring(0, branch), Style.faint)
        + words.substring(branch)
        + " ".repeat(left - words.length());
  }

  private String padded(String text, int width, Style... styles) {
    return paper.ink(text, styles) + " ".repeat(width - text.length());
  }

  private static int widest(List<TreeLine> lines, ToIntFunction<TreeLine.Entry> width) {
    return lines.stream()
        .filter(TreeLine.Entry.class::isInstance)
        .map(TreeLine.Entry.class::cast)
        .mapToInt(width)
        .max()
        .orElse(0);
  }
}
