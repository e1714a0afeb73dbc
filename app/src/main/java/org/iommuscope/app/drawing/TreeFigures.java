package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.GuestNode;
import org.iommuscope.app.graph.Isolation;
import org.iommuscope.app.graph.RootNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Hull;
import org.iommuscope.app.layout.MarginNote;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.PlacedRow;
import org.iommuscope.app.layout.Route;

/** The figures of a placed graph, from below to above. */
final class TreeFigures {

  private static final double HULL_CORNER = 6;

  private final PlacedGraph placed;

  TreeFigures(PlacedGraph placed) {
    this.placed = placed;
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    placed.hulls().forEach(hull -> figures.add(hull(hull)));
    routes(true).forEach(route -> figures.add(tree(route)));
    RowFigures rows = new RowFigures(placed);
    for (PlacedRow row : placed.rows()) {
      figures.add(rows.figure(row));
    }
    routes(false).forEach(route -> figures.add(tie(route)));
    NoteFigures notes = new NoteFigures(placed);
    placed.notes().forEach(note -> figures.add(notes.figure(note)));
    if (placed.rows().isEmpty()) {
      figures.add(Captions.empty(placed));
    }
    return figures;
  }

  /** How many figures there are, legend and captions aside. */
  int count() {
    return placed.hulls().size()
        + placed.routes().size()
        + placed.rows().size()
        + placed.notes().size();
  }

  /** The figures that another graph of this shape had, with those redrawn whose guests differ. */
  List<Figure> figuresAfter(TopologyGraph before, List<Figure> old) {
    List<Figure> figures = new ArrayList<>(old);
    RowFigures rows = new RowFigures(placed);
    int at = placed.hulls().size() + (int) routes(true).count();
    for (PlacedRow row : placed.rows()) {
      if (!sameGuests(before, row)) {
        figures.set(at, rows.figure(row));
      }
      at++;
    }
    at += (int) routes(false).count();
    NoteFigures notes = new NoteFigures(placed);
    for (MarginNote note : placed.notes()) {
      figures.set(at++, notes.figure(note));
    }
    return figures;
  }

  private boolean sameGuests(TopologyGraph before, PlacedRow row) {
    for (DeviceNode device : row.row().devices()) {
      if (before.leavesHost(device) != placed.graph().leavesHost(device)
          || !before.guestsOf(device).equals(placed.graph().guestsOf(device))) {
        return false;
      }
    }
    return true;
  }

  private Stream<Route> routes(boolean ofTree) {
    return placed.routes().stream().filter(route -> (route.kind() == Route.Kind.TREE) == ofTree);
  }

  private static Figure hull(Hull hull) {
    Shape ground =
        new Shape.Rect(
            Shown.ALWAYS,
            hull.box(),
            HULL_CORNER,
            Optional.of(new Ink(Role.HULL_FILL, hull.ordinal())),
            Optional.of(
                new Shape.Stroke(
                    new Ink(Role.HULL_LINE, hull.ordinal()), 1, Dash.ofGroup(hull.ordinal()))));
    return new Figure(
        Figure.Layer.HULL,
        new Owner.Part(hull.group()),
        title(hull.group()),
        hull.box().grow(1),
        List.of(ground));
  }

  private static String title(GroupNode group) {
    return "IOMMU group " + group.group() + ", " + group.size() + " members";
  }

  private Figure tree(Route route) {
    Shape.Stroke stroke =
        isWrapped(route.owner())
            ? new Shape.Stroke(Ink.of(Role.BACKING_LINE), 2, Dash.SOLID)
            : Shape.Stroke.thin(Role.TREE_LINE);
    Shape line = new Shape.Line(Shown.FROM_LABELS, route.points(), stroke, false);
    return new Figure(
        Figure.Layer.TREE,
        new Owner.Part(route.owner()),
        "",
        route.bounds().grow(1),
        List.of(line));
  }

  /** Whether it is an mdev that shares the domain of the very device that it hangs from. */
  private boolean isWrapped(GraphNode node) {
    return switch (node) {
      case DeviceNode mdev -> isWrapped(mdev);
      case FoldNode fold -> isWrapped(fold.first());
      case RootNode root -> false;
      case GroupNode group -> false;
      case GuestNode guest -> false;
    };
  }

  private boolean isWrapped(DeviceNode mdev) {
    TopologyGraph graph = placed.graph();
    return graph.isolationOf(mdev).equals(Optional.of(Isolation.GROUP))
        && graph.above(mdev) instanceof DeviceNode parent
        && graph.backingOf(mdev).equals(graph.groupOf(parent));
  }

  private static Figure tie(Route route) {
    boolean backing = route.kind() != Route.Kind.LINK;
    return new Figure(
        Figure.Layer.TIE,
        new Owner.Part(route.owner()),
        backing ? "isolated by this group" : "one group",
        route.bounds().grow(Metrics.PILL_PADDING),
        List.of(new Shape.Line(Shown.ALWAYS, route.points(), stroke(route), backing)));
  }

  private static Shape.Stroke stroke(Route route) {
    return switch (route.kind()) {
      case TREE -> Shape.Stroke.thin(Role.TREE_LINE);
      case LINK -> new Shape.Stroke(new Ink(Role.HULL_LINE, route.ordinal()), 1.75, Dash.DASHED);
      case BACKING -> new Shape.Stroke(Ink.of(Role.BACKING_LINE), 2, Dash.SOLID);
      case AUXILIARY -> new Shape.Stroke(Ink.of(Role.BACKING_LINE), 1.25, Dash.DASHED);
    };
  }
}
