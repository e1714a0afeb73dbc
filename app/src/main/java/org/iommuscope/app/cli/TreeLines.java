package org.iommuscope.app.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.layout.GroupMark;
import org.iommuscope.app.layout.IsolationMark;
import org.iommuscope.app.layout.Row;
import org.iommuscope.model.topology.PciFunction;

/** Turns the rows of a picture into lines of text. */
final class TreeLines {

  private final TopologyGraph graph;
  private final List<Row> rows;
  private final Map<GroupNode, Integer> ordinals = new HashMap<>();

  private TreeLines(TopologyGraph graph, List<Row> rows) {
    this.graph = graph;
    this.rows = rows;
  }

  static List<TreeLine> of(TopologyGraph graph, List<Row> rows) {
    return new TreeLines(graph, rows).lines();
  }

  private List<TreeLine> lines() {
    List<String> branches = branches();
    List<TreeLine> lines = new ArrayList<>(rows.size());
    for (int at = 0; at < rows.size(); at++) {
      lines.add(
          switch (rows.get(at)) {
            case Row.Head head -> new TreeLine.Head(plain(head.name()), plain(head.note()));
            case Row.Entry entry -> entry(entry, branches.get(at), rail(at));
          });
    }
    return lines;
  }

  /** The lines that lead to each row, found from below: whether more of a depth is to come. */
  private List<String> branches() {
    List<String> branches = new ArrayList<>();
    BitSet open = new BitSet();
    for (Row row : rows.reversed()) {
      int depth = row.depth();
      StringBuilder branch = new StringBuilder();
      for (int above = 1; above < depth; above++) {
        branch.append(open.get(above) ? "│ " : "  ");
      }
      branches.add(branch.append(open.get(depth) ? "├ " : "└ ").toString());
      open.clear(depth + 1, Math.max(depth + 1, open.length()));
      open.set(depth, depth > 0);
    }
    return branches.reversed();
  }

  private TreeLine.Entry entry(Row.Entry entry, String branch, char rail) {
    GroupMark group = entry.text().group();
    int ordinal =
        group
            .group()
            .filter(GroupNode::isShared)
            .map(node -> ordinals.computeIfAbsent(node, none -> ordinals.size()))
            .orElse(0);
    return new TreeLine.Entry(
        branch,
        plain(address(entry)),
        plain(shortAddress(entry)),
        plain(entry.text().name()),
        remarks(entry).stream().map(TreeLines::plain).toList(),
        entry.text(),
        word(entry.text().kind()),
        plain(entry.text().driver().text()),
        rail,
        plain(group.text()),
        ordinal);
  }

  /** Shorter than in the legend of the picture, as each line has one. */
  private static String word(DeviceClass kind) {
    return switch (kind) {
      case STORAGE, NETWORK, DISPLAY, OTHER -> kind.word();
      case VIRTUAL_FUNCTION -> "VF";
      case MULTIMEDIA -> "media";
      case SERIAL_BUS -> "serial";
      case BRIDGE -> "bridge";
      case MEDIATED -> "mdev";
      case NOT_PCI -> "no PCI";
    };
  }

  private static String address(Row.Entry entry) {
    return entry.node() instanceof DeviceNode device ? device.ref().text() : entry.text().address();
  }

  /** Of an mdev the picture's form; an address of PCI would gain little. */
  private static String shortAddress(Row.Entry entry) {
    return entry.text().kind() == DeviceClass.MEDIATED ? entry.text().address() : address(entry);
  }

  /** What the picture says by lines and marks. */
  private List<String> remarks(Row.Entry entry) {
    List<String> remarks = new ArrayList<>();
    if (entry.node() instanceof DeviceNode node) {
      graph.host().uses().of(node.ref()).stream()
          .map(use -> "the host's " + use.label())
          .distinct()
          .forEach(remarks::add);
      if (node.device() instanceof PciFunction function) {
        remarks.addAll(of(function));
      }
    }
    entry.text().isolation().ifPresent(mark -> remarks.add(said(mark)));
    return remarks;
  }

  private static List<String> of(PciFunction function) {
    List<String> remarks = new ArrayList<>(function.uses().known().orElse(List.of()));
    function.bootVga().known().filter(is -> is).ifPresent(is -> remarks.add("boot display"));
    return remarks;
  }

  private static String said(IsolationMark mark) {
    return switch (mark.kind()) {
      case VENDOR -> "isolated by its vendor's driver";
      case GROUP -> "isolated " + mark.text();
      case AUXILIARY -> "isolated by a domain beside: " + mark.text();
      case UNTOLD -> "nothing tells what isolates it";
    };
  }

  /** A bracket around rows in a row that are members of one shared group. */
  private char rail(int at) {
    Optional<GroupNode> group = shared(at);
    if (group.isEmpty()) {
      return ' ';
    }
    boolean above = shared(at - 1).equals(group);
    boolean below = shared(at + 1).equals(group);
    if (above) {
      return below ? '│' : '└';
    }
    return below ? '┌' : '─';
  }

  private Optional<GroupNode> shared(int at) {
    return at >= 0 && at < rows.size() && rows.get(at) instanceof Row.Entry entry
        ? entry.text().group().group().filter(GroupNode::isShared)
        : Optional.empty();
  }

  /** Text from a capture without the characters that would steer a terminal. */
  private static String plain(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? '?' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
