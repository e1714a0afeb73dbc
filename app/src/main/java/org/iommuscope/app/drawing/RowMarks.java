package org.iommuscope.app.drawing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.GuestNode;
import org.iommuscope.app.graph.RootNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.DriverMark;
import org.iommuscope.app.layout.GroupMark;
import org.iommuscope.app.layout.Hull;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.Row;
import org.iommuscope.app.layout.TextStyle;

/** Draws what marks a row: driver pill, guest chips, group badge. */
final class RowMarks {

  private static final double PILL_HEIGHT = 15;
  private static final double WIDEST_GUEST = 70;

  private final TopologyGraph graph;
  private final Words words;
  private final Map<GroupNode, Integer> ordinals = new HashMap<>();

  RowMarks(PlacedGraph placed, Words words) {
    this.graph = placed.graph();
    this.words = words;
    for (Hull hull : placed.hulls()) {
      ordinals.put(hull.group(), hull.ordinal());
    }
  }

  /** A pill that ends at the given right end; answers where it begins. */
  double driver(Box row, double right, DriverMark driver, List<Shape> shapes) {
    double width = words.width(driver.text(), TextStyle.PILL) + 2 * Metrics.PILL_PADDING;
    Box box = new Box(right - width, row.middle() - PILL_HEIGHT / 2, width, PILL_HEIGHT);
    shapes.addAll(
        switch (driver.kind()) {
          case VFIO -> pill(box, driver.text(), Role.VFIO_FILL, Role.VFIO_TEXT);
          case HOST -> pill(box, driver.text(), Role.PILL_FILL, Role.PILL_TEXT);
          case NONE -> outline(box, driver.text(), Role.NONE_LINE, Role.NONE_TEXT, Dash.SOLID);
          case UNREAD ->
              outline(box, driver.text(), Role.UNREAD_LINE, Role.UNREAD_TEXT, Dash.DOTTED);
        });
    return box.x();
  }

  /** How many devices a closed subtree hides. */
  double hidden(Box row, double right, int hidden, List<Shape> shapes) {
    if (hidden == 0) {
      return right;
    }
    String text = "+" + hidden;
    double width = words.width(text, TextStyle.PILL) + 2 * Metrics.PILL_PADDING;
    Box box = new Box(right - width, row.middle() - PILL_HEIGHT / 2, width, PILL_HEIGHT);
    shapes.addAll(outline(box, text, Role.ROW_LINE, Role.TEXT_MUTED, Dash.SOLID));
    return box.x() - Metrics.GAP / 2;
  }

  /** A chip for each guest, at most two; answers where the first begins. */
  double guests(Box row, double right, Row.Entry entry, List<Shape> shapes) {
    Map<String, Answer> guests = guestsOf(entry);
    double left = right;
    int shown = 0;
    for (Map.Entry<String, Answer> guest : guests.entrySet()) {
      if (++shown > 2) {
        left = hidden(row, left, guests.size() - 2, shapes);
        break;
      }
      left = chip(row, left, guest.getKey(), guest.getValue(), shapes) - Metrics.GAP / 2;
    }
    return left;
  }

  /** The group's number in the badge's box. */
  List<Shape> group(Box slot, GroupMark mark) {
    Box box = new Box(slot.x(), slot.middle() - 8, slot.width(), 16);
    int ordinal = mark.group().map(group -> ordinals.getOrDefault(group, 0)).orElse(0);
    return switch (mark.kind()) {
      case SHARED -> List.of(badge(box, ordinal), number(box, mark.text(), Role.BADGE_TEXT));
      case ALONE -> outline(box, mark.text(), Role.ALONE_LINE, Role.ALONE_TEXT, Dash.SOLID);
      case NOIOMMU -> outline(box, mark.text(), Role.WARNING_LINE, Role.WARNING_TEXT, Dash.DASHED);
      case NONE -> outline(box, mark.text(), Role.NONE_LINE, Role.NONE_TEXT, Dash.DASHED);
      case UNREAD -> outline(box, mark.text(), Role.UNREAD_LINE, Role.UNREAD_TEXT, Dash.DOTTED);
    };
  }

  /** The whole row in one sentence. */
  String title(Row.Entry entry) {
    String guests =
        guestsOf(entry).entrySet().stream()
            .map(guest -> ", guest " + guest.getKey() + " " + guest.getValue().sign())
            .collect(Collectors.joining());
    return devices(entry).stream().map(node -> node.ref().text()).collect(Collectors.joining(" "))
        + " "
        + entry.text().name()
        + ", "
        + entry.text().driver().text()
        + ", "
        + entry.text().group().text().replaceFirst("^g(?=[0-9])", "group ")
        + guests.stripTrailing();
  }

  double chipWidth(String guest, Answer answer) {
    double name = Math.min(words.width(guest, TextStyle.PILL), WIDEST_GUEST);
    return name + 2 * Metrics.PILL_PADDING + (answer == Answer.UNASKED ? 0 : PILL_HEIGHT);
  }

  /** A guest's name with the answer's sign behind it. */
  double chip(Box row, double right, String guest, Answer answer, List<Shape> shapes) {
    double sign = answer == Answer.UNASKED ? 0 : PILL_HEIGHT;
    double width = chipWidth(guest, answer);
    double nameWidth = width - sign - 2 * Metrics.PILL_PADDING;
    Box box = new Box(right - width, row.middle() - PILL_HEIGHT / 2, width, PILL_HEIGHT);
    shapes.add(fill(box, Role.CHIP_FILL, 3));
    double x = box.x() + Metrics.PILL_PADDING;
    Ink ink = Ink.of(Role.CHIP_TEXT);
    shapes.add(words.left(Shown.FROM_LABELS, box, x, nameWidth + 0.5, guest, TextStyle.PILL, ink));
    if (answer != Answer.UNASKED) {
      Box end = new Box(box.right() - sign, box.y(), sign, box.height());
      shapes.add(fill(end, fillOf(answer), 3));
      shapes.add(
          words.centred(
              Shown.FROM_LABELS, end, answer.sign(), TextStyle.PILL, Ink.of(Role.SIGN_TEXT)));
    }
    return box.x();
  }

  private static Role fillOf(Answer answer) {
    return switch (answer) {
      case YES -> Role.YES_FILL;
      case NO -> Role.NO_FILL;
      case UNSAFE -> Role.UNSAFE_FILL;
      case CRASHES -> Role.CRASH_FILL;
      case UNSURE, UNASKED -> Role.UNSURE_FILL;
    };
  }

  private Map<String, Answer> guestsOf(Row.Entry entry) {
    Map<String, Answer> guests = new TreeMap<>();
    for (DeviceNode device : devices(entry)) {
      for (GraphEdge.Gets gets : graph.guestsOf(device)) {
        guests.merge(gets.from().name().text(), gets.answer(), RowMarks::worse);
      }
    }
    return guests;
  }

  private static Answer worse(Answer one, Answer two) {
    return one.isBad() || two == Answer.YES ? one : two;
  }

  private static List<DeviceNode> devices(Row.Entry entry) {
    return switch (entry.node()) {
      case DeviceNode device -> List.of(device);
      case FoldNode fold -> fold.twins();
      case RootNode root -> List.of();
      case GroupNode group -> List.of();
      case GuestNode guest -> List.of();
    };
  }

  private List<Shape> pill(Box box, String text, Role fill, Role ink) {
    return List.of(
        fill(box, fill, PILL_HEIGHT / 2),
        words.centred(Shown.IN_DETAIL, box, text, TextStyle.PILL, Ink.of(ink)));
  }

  private List<Shape> outline(Box box, String text, Role line, Role ink, Dash dash) {
    Shape.Stroke stroke = new Shape.Stroke(Ink.of(line), 1, dash);
    return List.of(
        new Shape.Rect(
            Shown.IN_DETAIL, box, box.height() / 2, Optional.empty(), Optional.of(stroke)),
        words.centred(Shown.IN_DETAIL, box, text, TextStyle.PILL, Ink.of(ink)));
  }

  private static Shape badge(Box box, int ordinal) {
    Ink ink = new Ink(Role.BADGE_FILL, ordinal);
    return new Shape.Rect(Shown.ALWAYS, box, box.height() / 2, Optional.of(ink), Optional.empty());
  }

  private Shape number(Box box, String text, Role ink) {
    return words.centred(Shown.FROM_LABELS, box, text, TextStyle.BADGE, Ink.of(ink));
  }

  private static Shape fill(Box box, Role role, double corner) {
    return new Shape.Rect(
        Shown.FROM_LABELS, box, corner, Optional.of(Ink.of(role)), Optional.empty());
  }
}
