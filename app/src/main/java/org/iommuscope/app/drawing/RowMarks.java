package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.DriverMark;
import org.iommuscope.app.layout.GroupMark;
import org.iommuscope.app.layout.Hidden;
import org.iommuscope.app.layout.Hull;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.Row;
import org.iommuscope.app.layout.TextStyle;

/** Draws what marks a row: driver pill, guest chips, group badge. */
final class RowMarks {

  private static final double PILL_HEIGHT = 15;

  /** Of a pill without words. */
  private static final double SHORT_PILL = 26;

  private static final int MOST_GUESTS = 2;

  private final TopologyGraph graph;
  private final Words words;
  private final GuestChips chips;
  private final Map<GroupNode, Integer> ordinals = new HashMap<>();

  RowMarks(PlacedGraph placed, Words words) {
    this.graph = placed.graph();
    this.words = words;
    this.chips = new GuestChips(words);
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
          case VFIO -> vfio(box, driver.text());
          case LENDS -> outline(box, driver.text(), Role.MDEV_LINE, Role.MDEV_TEXT, Dash.SOLID);
          case HOST -> pill(Shown.IN_DETAIL, box, driver.text(), Role.PILL_FILL, Role.PILL_TEXT);
          case NONE -> outline(box, driver.text(), Role.NONE_LINE, Role.NONE_TEXT, Dash.SOLID);
          case UNREAD ->
              outline(box, driver.text(), Role.UNREAD_LINE, Role.UNREAD_TEXT, Dash.DOTTED);
        });
    return box.x();
  }

  /** Where the driver's pill begins while words are too small to be shown. */
  static double shortBegin(double right, DriverMark driver) {
    return driver.kind() == DriverMark.Kind.VFIO ? right - SHORT_PILL : right;
  }

  /** What a closed subtree hides; answers where the words begin. */
  double hidden(Box row, double right, Hidden hidden, List<Shape> shapes) {
    return hidden.isNothing() ? right : more(row, right, hidden.text(), shapes);
  }

  /** The same words right of the head of a tree. */
  void beside(Box head, Hidden hidden, List<Shape> shapes) {
    more(head, besideBox(head, hidden).right(), hidden.text(), shapes);
  }

  Box besideBox(Box head, Hidden hidden) {
    if (hidden.isNothing()) {
      return head;
    }
    double width = hiddenWidth(hidden);
    return Box.between(head.right(), head.y(), head.right() + Metrics.GAP + width, head.bottom());
  }

  double hiddenWidth(Hidden hidden) {
    return words.width(hidden.text(), TextStyle.PILL) + 2 * Metrics.PILL_PADDING;
  }

  private double more(Box row, double right, String text, List<Shape> shapes) {
    double width = words.width(text, TextStyle.PILL) + 2 * Metrics.PILL_PADDING;
    Box box = new Box(right - width, row.middle() - PILL_HEIGHT / 2, width, PILL_HEIGHT);
    Shape.Stroke stroke = Shape.Stroke.thin(Role.NONE_LINE);
    shapes.add(
        new Shape.Rect(
            Shown.FROM_LABELS, box, box.height() / 2, Optional.empty(), Optional.of(stroke)));
    shapes.add(words.centred(Shown.FROM_LABELS, box, text, TextStyle.PILL, Ink.of(Role.TEXT)));
    return box.x() - Metrics.GAP / 2;
  }

  /** A chip for each guest, at most two; answers where the first begins. */
  double guests(Box row, double right, List<DeviceNode> devices, List<Shape> shapes) {
    List<GuestTally> guests = GuestTally.of(graph, devices);
    double left = right;
    for (GuestTally guest : guests.subList(0, Math.min(MOST_GUESTS, guests.size()))) {
      left = chips.draw(row, left, guest, shapes) - Metrics.GAP / 2;
    }
    int others = guests.size() - MOST_GUESTS;
    return others > 0 ? more(row, left, "+" + others, shapes) : left;
  }

  /** The group's number in the badge's box. */
  List<Shape> group(Box slot, GroupMark mark) {
    Box box = new Box(slot.x(), slot.middle() - 8, slot.width(), 16);
    int ordinal = mark.group().map(group -> ordinals.getOrDefault(group, 0)).orElse(0);
    return switch (mark.kind()) {
      case SHARED -> List.of(badge(box, ordinal), number(box, mark.text(), Role.BADGE_TEXT));
      case ALONE -> ring(box, mark, Role.ALONE_LINE, Role.ALONE_TEXT, Dash.SOLID);
      case NOIOMMU -> ring(box, mark, Role.WARNING_LINE, Role.WARNING_TEXT, Dash.DASHED);
      case NONE -> ring(box, mark, Role.NONE_LINE, Role.NONE_TEXT, Dash.DASHED);
      case UNREAD -> ring(box, mark, Role.UNREAD_LINE, Role.UNREAD_TEXT, Dash.DOTTED);
    };
  }

  private List<Shape> ring(Box box, GroupMark mark, Role line, Role ink, Dash dash) {
    Shape.Stroke stroke = new Shape.Stroke(Ink.of(line), 1, dash);
    return List.of(
        new Shape.Rect(
            Shown.IN_DETAIL, box, box.height() / 2, Optional.empty(), Optional.of(stroke)),
        number(box, mark.text(), ink));
  }

  /** The whole row in one sentence. */
  String title(Row.Entry entry) {
    return named(entry).stream().map(node -> node.ref().text()).collect(Collectors.joining(" "))
        + " "
        + entry.text().name()
        + ", "
        + entry.text().driver().text()
        + ", "
        + spelledOut(entry.text().group().text())
        + hiddenIn(entry)
        + guests(entry.devices());
  }

  /** {@code group 7} for {@code g7}. */
  private static String spelledOut(String group) {
    boolean isNumber = group.length() > 1 && group.startsWith("g") && isDigit(group.charAt(1));
    return isNumber ? "group " + group.substring(1) : group;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Who wants some devices, in words: {@code , guest web ✓3 ✗1}. */
  String guests(List<DeviceNode> devices) {
    return GuestTally.of(graph, devices).stream()
        .map(guest -> ", " + guest.sentence())
        .collect(Collectors.joining());
  }

  private static String hiddenIn(Row.Entry entry) {
    Hidden hidden = entry.hidden();
    return hidden.isNothing()
        ? ""
        : ", hides " + DeviceCounts.of(hidden.devices()) + " in groups " + hidden.groups();
  }

  private static List<DeviceNode> named(Row.Entry entry) {
    return entry.node() instanceof DeviceNode device ? List.of(device) : entry.devices();
  }

  /** Where words would be too small, a short pill still says that it is a vfio driver. */
  private List<Shape> vfio(Box box, String text) {
    List<Shape> shapes =
        new ArrayList<>(pill(Shown.IN_DETAIL, box, text, Role.VFIO_FILL, Role.VFIO_TEXT));
    Box end = Box.between(box.right() - SHORT_PILL, box.y(), box.right(), box.bottom());
    shapes.add(
        new Shape.Rect(
            Shown.IN_LABELS,
            end,
            PILL_HEIGHT / 2,
            Optional.of(Ink.of(Role.VFIO_FILL)),
            Optional.empty()));
    return shapes;
  }

  private List<Shape> pill(Shown shown, Box box, String text, Role fill, Role ink) {
    return List.of(
        new Shape.Rect(shown, box, PILL_HEIGHT / 2, Optional.of(Ink.of(fill)), Optional.empty()),
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
}
