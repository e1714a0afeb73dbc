package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.Imagination;
import org.iommuscope.app.graph.Isolation;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.layout.DriverMark;
import org.iommuscope.app.layout.GroupMark;
import org.iommuscope.app.layout.Hidden;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.PlacedRow;
import org.iommuscope.app.layout.Route;
import org.iommuscope.app.layout.Route.Point;
import org.iommuscope.app.layout.Row;
import org.iommuscope.app.layout.TextStyle;
import org.iommuscope.app.layout.UseWords;

/** Says what the signs mean that occur in a picture, in lines below it. */
final class Legend {

  private static final double LINE = 24;
  private static final double MARGIN = 24;
  private static final double BETWEEN = 22;
  private static final double SAMPLE_GAP = 7;

  private record Item(double width, Function<Box, List<Shape>> sample, String text) {}

  private final PlacedGraph placed;
  private final Box above;
  private final Words words;
  private final RowMarks marks;
  private final GuestChips chips;
  private final MdevMarks mdevs;
  private final UseMarks uses;
  private final ImaginedMarks imagined;
  private final List<Figure> figures = new ArrayList<>();
  private double x = MARGIN;
  private double y;

  /** Below a picture. */
  Legend(PlacedGraph placed) {
    this(placed, placed.bounds());
  }

  /** Below a box that is as wide as the legend may be. */
  Legend(PlacedGraph placed, Box above) {
    this.placed = placed;
    this.above = above;
    this.words = new Words(placed.measure());
    this.marks = new RowMarks(placed, words);
    this.chips = new GuestChips(words);
    this.mdevs = new MdevMarks(words);
    this.imagined = new ImaginedMarks(placed.graph(), words);
    this.uses = new UseMarks(placed.graph(), words);
    this.y = above.bottom();
    classItems().forEach(this::add);
    nextLine();
    signItems().forEach(this::add);
    nextLine();
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** What the legend takes; nothing where the picture is empty. */
  Box bounds() {
    double top = above.bottom();
    return new Box(0, top, above.width(), y == top ? 0 : y - top + MARGIN / 2);
  }

  private void nextLine() {
    if (x > MARGIN) {
      x = MARGIN;
      y += LINE;
    }
  }

  private void add(Item item) {
    double textWidth = words.width(item.text(), TextStyle.NOTE);
    double width = item.width() + SAMPLE_GAP + textWidth;
    if (x + width > above.width() - MARGIN) {
      nextLine();
    }
    Box box = new Box(x, y, width, LINE - 4);
    List<Shape> shapes =
        new ArrayList<>(item.sample().apply(new Box(x, y, item.width(), box.height())));
    shapes.add(
        words.left(
            Shown.ALWAYS,
            box,
            x + item.width() + SAMPLE_GAP,
            textWidth + 1,
            item.text(),
            TextStyle.NOTE,
            Ink.of(Role.TEXT_MUTED)));
    figures.add(
        new Figure(
            Figure.Layer.CAPTION,
            new Owner.Caption("legend-" + figures.size()),
            item.text(),
            box.grow(1),
            shapes.stream()
                .filter(shape -> shape.shown().at(Detail.DETAILS))
                .map(Shape::always)
                .toList()));
    x += width + BETWEEN;
  }

  private List<Item> classItems() {
    Set<DeviceClass> classes = EnumSet.noneOf(DeviceClass.class);
    entries().forEach(entry -> classes.add(entry.text().kind()));
    // An mdev's row has a sign of its own in the place of the bar.
    classes.remove(DeviceClass.MEDIATED);
    return classes.stream()
        .map(kind -> new Item(6, box -> List.of(bar(box, kind)), kind.word()))
        .toList();
  }

  private static Shape bar(Box box, DeviceClass kind) {
    Ink ink = new Ink(Role.CLASS, kind.ordinal());
    Box bar = new Box(box.x(), box.middle() - 7, 6, 14);
    return new Shape.Rect(Shown.ALWAYS, bar, 1, Optional.of(ink), Optional.empty());
  }

  private List<Item> signItems() {
    List<Item> items = new ArrayList<>();
    addGroups(items);
    addIsolations(items);
    addDrivers(items);
    addUses(items);
    addRoutes(items);
    addImagined(items);
    addGuests(items);
    return items;
  }

  private void addGroups(List<Item> items) {
    Set<GroupMark.Kind> kinds = EnumSet.noneOf(GroupMark.Kind.class);
    entries().forEach(entry -> kinds.add(entry.text().group().kind()));
    for (GroupMark.Kind kind : kinds) {
      String text =
          switch (kind) {
            case SHARED -> "group with other members: they go to one guest together";
            case ALONE -> "group of one";
            case NOIOMMU -> "group without an IOMMU: no isolation";
            case NONE -> "in no IOMMU group";
            case UNREAD -> "group not captured";
          };
      String sample = kind == GroupMark.Kind.NONE ? "no group" : "g1";
      GroupMark mark =
          new GroupMark(kind, kind == GroupMark.Kind.UNREAD ? "group ?" : sample, Optional.empty());
      double width = words.width(mark.text(), TextStyle.BADGE) + 14;
      items.add(new Item(width, box -> groupSample(box, mark), text));
    }
  }

  private List<Shape> groupSample(Box box, GroupMark mark) {
    List<Shape> shapes = new ArrayList<>();
    if (mark.kind() == GroupMark.Kind.SHARED) {
      shapes.add(
          new Shape.Rect(
              Shown.ALWAYS,
              new Box(box.x() - 4, box.y(), box.width() + 8, box.height()),
              5,
              Optional.of(Ink.of(Role.HULL_FILL)),
              Optional.of(Shape.Stroke.thin(Role.HULL_LINE))));
    }
    shapes.addAll(marks.group(box, mark));
    return shapes;
  }

  private void addIsolations(List<Item> items) {
    Set<Isolation> kinds = EnumSet.noneOf(Isolation.class);
    entries().forEach(entry -> entry.text().isolation().ifPresent(mark -> kinds.add(mark.kind())));
    for (Isolation kind : kinds) {
      String text =
          switch (kind) {
            case VENDOR -> "mdev, isolated by its vendor's driver";
            case GROUP -> "mdev, isolated by a device's group";
            case AUXILIARY -> "mdev with a domain of its own beside a group";
            case UNTOLD -> "mdev: nothing tells what isolates it";
          };
      items.add(new Item(36, box -> mdevs.sample(box, kind), text));
    }
  }

  private void addDrivers(List<Item> items) {
    addDriver(items, new DriverMark(DriverMark.Kind.VFIO, "vfio-pci"), "ready for a guest");
    addDriver(
        items,
        new DriverMark(DriverMark.Kind.LENDS, "vfio-mdev-pci"),
        "serves guests by its mdevs alone");
  }

  private void addDriver(List<Item> items, DriverMark mark, String text) {
    if (entries().anyMatch(entry -> entry.text().driver().kind() == mark.kind())) {
      double width = words.width(mark.text(), TextStyle.PILL) + 14;
      items.add(new Item(width, box -> driverSample(box, mark), text));
    }
  }

  private List<Shape> driverSample(Box box, DriverMark mark) {
    List<Shape> shapes = new ArrayList<>();
    marks.driver(box, box.right(), mark, shapes);
    return shapes;
  }

  private void addUses(List<Item> items) {
    List<DeviceNode> used =
        placed.rows().stream()
            .flatMap(row -> row.row().devices().stream())
            .filter(device -> !UseWords.of(placed.graph(), device).isEmpty())
            .toList();
    used.stream()
        .filter(device -> !placed.graph().leavesHost(device))
        .findFirst()
        .ifPresent(device -> addUse(items, device, false, "the host's own use"));
    used.stream()
        .filter(placed.graph()::leavesHost)
        .findFirst()
        .ifPresent(device -> addUse(items, device, true, "the host loses it by this plan"));
  }

  private void addUse(List<Item> items, DeviceNode device, boolean lost, String text) {
    String use = UseWords.of(placed.graph(), device).getFirst();
    items.add(new Item(uses.width(use, lost), box -> useSample(box, use, lost), text));
  }

  private List<Shape> useSample(Box box, String use, boolean lost) {
    List<Shape> shapes = new ArrayList<>();
    uses.tab(box, box.right(), use, lost, shapes);
    return shapes;
  }

  private void addRoutes(List<Item> items) {
    if (entries().anyMatch(entry -> entry.node() instanceof FoldNode)) {
      items.add(new Item(26, Legend::foldSample, "like devices in one row"));
    }
    placed.rows().stream()
        .map(row -> row.row().hidden())
        .filter(hidden -> !hidden.isNothing())
        .findFirst()
        .ifPresent(hidden ->
            items.add(
                new Item(
                    marks.hiddenWidth(hidden),
                    box -> hiddenSample(box, hidden),
                    "closed: devices below, and their groups")));
    if (has(Route.Kind.LINK)) {
      Shape.Stroke stroke = new Shape.Stroke(Ink.of(Role.HULL_LINE), 1.75, Dash.DASHED);
      items.add(new Item(26, box -> List.of(line(box, stroke, false)), "joins one group"));
    }
    if (has(Route.Kind.BACKING)) {
      Shape.Stroke stroke = new Shape.Stroke(Ink.of(Role.BACKING_LINE), 2, Dash.SOLID);
      items.add(
          new Item(
              26,
              box -> List.of(line(box, stroke, true)),
              "to the group whose isolation is really used"));
    }
  }

  private List<Shape> hiddenSample(Box box, Hidden hidden) {
    List<Shape> shapes = new ArrayList<>();
    marks.hidden(box, box.right(), hidden, shapes);
    return shapes;
  }

  private boolean has(Route.Kind kind) {
    return placed.routes().stream().anyMatch(route -> route.kind() == kind);
  }

  private static List<Shape> foldSample(Box box) {
    Box row = new Box(box.x(), box.middle() - 7, box.width() - 4, 11);
    return List.of(outlined(row.moved(3, 3), Role.FOLD_FILL), outlined(row, Role.ROW_FILL));
  }

  private static Shape outlined(Box box, Role fill) {
    return new Shape.Rect(
        Shown.ALWAYS,
        box,
        2,
        Optional.of(Ink.of(fill)),
        Optional.of(Shape.Stroke.thin(Role.ROW_LINE)));
  }

  private static Shape line(Box box, Shape.Stroke stroke, boolean head) {
    List<Point> points =
        List.of(new Point(box.x(), box.middle()), new Point(box.right(), box.middle()));
    return new Shape.Line(Shown.ALWAYS, points, stroke, head);
  }

  private void addImagined(List<Item> items) {
    List<Imagination.Of> all =
        entries()
            .flatMap(entry -> entry.devices().stream())
            .map(placed.graph()::imaginationOf)
            .toList();
    if (all.stream().anyMatch(Imagination.Of::device)) {
      items.add(new Item(30, ImaginedMarks::rowSample, "what if: only imagined"));
    }
    if (all.stream().anyMatch(Imagination.Of::group)) {
      items.add(new Item(34, imagined::groupSample, "what if: the group that would follow"));
    }
    if (all.stream().anyMatch(Imagination.Of::unsure)) {
      items.add(
          new Item(34, imagined::unsureSample, "cannot tell its group: config space not captured"));
    }
  }

  private void addGuests(List<Item> items) {
    Set<Answer> answers = EnumSet.noneOf(Answer.class);
    placed.graph().gifts().forEach(gift -> answers.add(gift.answer()));
    for (Answer answer : answers) {
      String text =
          switch (answer) {
            case YES -> "guest that gets it";
            case NO -> "guest that is refused";
            case UNSAFE -> "guest that gets it without isolation";
            case CRASHES -> "step that crashes the kernel";
            case UNSURE -> "guest, cannot tell";
            case RETURNED -> "given back: its guest does not start";
            case UNASKED -> "guest it is planned for";
          };
      GuestTally sample = GuestTally.sample("A", answer);
      items.add(new Item(chips.width(sample), box -> chipSample(box, sample), text));
    }
  }

  private List<Shape> chipSample(Box box, GuestTally sample) {
    List<Shape> shapes = new ArrayList<>();
    chips.draw(box, box.right(), sample, shapes);
    return shapes;
  }

  private Stream<Row.Entry> entries() {
    return placed.rows().stream()
        .map(PlacedRow::row)
        .filter(Row.Entry.class::isInstance)
        .map(Row.Entry.class::cast);
  }
}
