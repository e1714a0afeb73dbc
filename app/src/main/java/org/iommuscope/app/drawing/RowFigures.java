package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.PlacedRow;
import org.iommuscope.app.layout.Row;
import org.iommuscope.app.layout.RowText;
import org.iommuscope.app.layout.TextStyle;

/** Draws rows: a bar of the class's colour, address, name, guests, driver; then the group badge. */
final class RowFigures {

  private static final double CORNER = 3;

  private final Words words;
  private final RowMarks marks;
  private final MdevMarks mdevs;
  private final Blocks blocks;
  private final UseMarks uses;
  private final ImaginedMarks imagined;

  RowFigures(PlacedGraph placed) {
    this.words = new Words(placed.measure());
    this.marks = new RowMarks(placed, words);
    this.mdevs = new MdevMarks(words);
    this.blocks = new Blocks(placed.graph());
    this.imagined = new ImaginedMarks(placed.graph(), words);
    this.uses = new UseMarks(placed.graph(), words);
  }

  Figure figure(PlacedRow placed) {
    return switch (placed.row()) {
      case Row.Head head -> head(placed, head);
      case Row.Entry entry -> entry(placed, entry);
    };
  }

  private Figure head(PlacedRow placed, Row.Head head) {
    Box box = placed.box();
    List<Shape> shapes = new ArrayList<>();
    shapes.add(ground(Shown.ALWAYS, box, Role.HEAD_FILL, Role.HEAD_LINE, CORNER));
    shapes.add(bar(box, Ink.of(Role.HEAD_LINE)));
    double x = box.x() + Metrics.BAR + Metrics.GAP;
    double width = words.width(head.name(), TextStyle.ADDRESS);
    shapes.add(text(box, x, width, head.name(), TextStyle.ADDRESS, Role.TEXT));
    x += width + Metrics.GAP;
    TextStyle style = placed.continued() ? TextStyle.NOTE : TextStyle.HEADING;
    shapes.add(text(box, x, box.right() - x, head.note(), style, Role.TEXT));
    Box bounds = box;
    if (!head.hidden().isNothing()) {
      shapes.add(0, ground(Shown.FROM_LABELS, under(box), Role.FOLD_FILL, Role.HEAD_LINE, CORNER));
      bounds = box.around(under(box)).around(beside(box, head, shapes));
    }
    return new Figure(
        Figure.Layer.ROW,
        new Owner.Part(head.node()),
        head.note()
            + " "
            + head.name()
            + marks.guests(head.devices())
            + uses.sentence(head.devices()),
        bounds.grow(1),
        shapes);
  }

  /** What a closed tree hides, who wants it and what the host does with it; answers how far. */
  private Box beside(Box head, Row.Head row, List<Shape> shapes) {
    marks.beside(head, row.hidden(), shapes);
    Box hidden = marks.besideBox(head, row.hidden());
    double width = -marksLeftOf(head, 0, row.devices(), new ArrayList<>());
    double right = hidden.right() + Metrics.GAP / 2 + width;
    marksLeftOf(head, right, row.devices(), shapes);
    return Box.between(hidden.x(), hidden.y(), right, hidden.bottom());
  }

  private double marksLeftOf(Box box, double end, List<DeviceNode> devices, List<Shape> shapes) {
    return uses.draw(box, marks.guests(box, end, devices, shapes), devices, shapes);
  }

  private Figure entry(PlacedRow placed, Row.Entry entry) {
    Box box = placed.box();
    RowText text = entry.text();
    List<Shape> shapes = new ArrayList<>();
    shapes.addAll(blocks.of(box, entry));
    Box bounds = box.around(placed.badge()).grow(1);
    if (entry.node() instanceof FoldNode || !entry.hidden().isNothing()) {
      bounds = bounds.around(under(box).grow(1));
      shapes.add(ground(Shown.FROM_LABELS, under(box), Role.FOLD_FILL, Role.ROW_LINE, CORNER));
    }
    addGround(box, text, shapes);
    addWords(box, entry, shapes);
    shapes.addAll(marks.group(placed.badge(), text.group()));
    imagined.draw(box, placed.badge(), entry, shapes);
    return new Figure(
        Figure.Layer.ROW,
        new Owner.Part(entry.node()),
        marks.title(entry) + uses.sentence(entry.devices()) + imagined.sentence(entry),
        bounds,
        shapes);
  }

  private void addGround(Box box, RowText text, List<Shape> shapes) {
    if (text.isolation().isPresent()) {
      shapes.add(mdevs.ground(box, text.isolation().get().kind()));
      shapes.addAll(mdevs.sign(box, text.isolation().get().kind()));
    } else {
      shapes.add(ground(Shown.FROM_LABELS, box, Role.ROW_FILL, Role.ROW_LINE, CORNER));
      shapes.add(bar(box, new Ink(Role.CLASS, text.kind().ordinal())));
    }
  }

  /** The edge of a second row that looks out below the first, where a row stands for several. */
  private static Box under(Box box) {
    return new Box(box.x() + 6, box.y() + 6, box.width() - 12, box.height() - 2.5);
  }

  private void addWords(Box box, Row.Entry entry, List<Shape> shapes) {
    RowText text = entry.text();
    double right = box.right() - Metrics.GAP / 2 - (text.isolation().isPresent() ? 3 : 0);
    double pill = marks.driver(box, right, text.driver(), shapes);
    double shortPill = RowMarks.shortBegin(right, text.driver());
    List<Shape> detailed = words(box, pill - Metrics.GAP / 2, entry);
    if (isPlain(detailed, text)) {
      shapes.addAll(detailed);
      return;
    }
    List<Shape> labelled = words(box, shortPill - Metrics.GAP / 2, entry);
    for (Shape shape : detailed) {
      shapes.add(labelled.contains(shape) ? shape : shape.at(Shown.IN_DETAIL));
    }
    labelled.stream()
        .filter(shape -> !detailed.contains(shape))
        .forEach(shape -> shapes.add(shape.at(Shown.IN_LABELS)));
  }

  /**
   * Whether there are an address and a whole name and no more, which more room would not change.
   */
  private static boolean isPlain(List<Shape> words, RowText text) {
    return words.size() == 2
        && words.getLast() instanceof Shape.Label name
        && name.text().equals(text.name())
        && words.getFirst() instanceof Shape.Label address
        && address.text().equals(text.address());
  }

  /** Everything left of the driver's pill, which is shorter where less is shown. */
  private List<Shape> words(Box box, double end, Row.Entry entry) {
    List<Shape> shapes = new ArrayList<>();
    RowText text = entry.text();
    boolean round = text.isolation().isPresent();
    double x = box.x() + Metrics.BAR + Metrics.GAP + (round ? Metrics.MDEV_SIGN : 0);
    double right = end;
    right = marks.hidden(box, right, entry.hidden(), shapes);
    right = marks.guests(box, right, entry.devices(), shapes);
    right = uses.draw(box, right, entry.devices(), shapes);
    double width = Math.min(words.width(text.address(), TextStyle.ADDRESS), right - x);
    shapes.add(text(box, x, width, text.address(), TextStyle.ADDRESS, Role.TEXT));
    x += width + Metrics.GAP;
    double pill = text.isolation().map(mark -> mdevs.pillWidth(mark) + Metrics.GAP).orElse(0.0);
    double nameWidth = Math.min(words.width(text.name(), TextStyle.NAME), right - x - pill);
    shapes.add(text(box, x, nameWidth, text.name(), TextStyle.NAME, Role.TEXT));
    double after = x + nameWidth + Metrics.GAP;
    text.isolation().ifPresent(mark -> mdevs.pill(box, after, mark, shapes));
    return shapes;
  }

  private Shape text(Box box, double x, double room, String text, TextStyle style, Role role) {
    return words.left(Shown.FROM_LABELS, box, x, room, text, style, Ink.of(role));
  }

  private static Shape ground(Shown shown, Box box, Role fill, Role line, double corner) {
    return new Shape.Rect(
        shown, box, corner, Optional.of(Ink.of(fill)), Optional.of(Shape.Stroke.thin(line)));
  }

  private static Shape bar(Box box, Ink ink) {
    Box bar = new Box(box.x(), box.y(), Metrics.BAR, box.height());
    return new Shape.Rect(Shown.FROM_LABELS, bar, 1, Optional.of(ink), Optional.empty());
  }
}
