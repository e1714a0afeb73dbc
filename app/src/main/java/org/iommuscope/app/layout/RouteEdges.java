package org.iommuscope.app.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iommuscope.app.layout.Route.Point;

/**
 * Draws the lines: those of the tree left of the rows, ties in their lanes right of the badges.
 *
 * <p>Postcondition: every line ends at the box of a row; none crosses a row's box.
 */
final class RouteEdges implements LayoutPhase {

  @Override
  public LayoutDraft apply(LayoutDraft draft) {
    List<Route> routes = new ArrayList<>(draft.placed().size() + draft.ties().size());
    addTree(draft.placed(), routes);
    List<PlacedRow> rows = draft.placed().stream().filter(row -> !row.continued()).toList();
    for (Tie tie : draft.ties()) {
      addTie(draft.grid(), tie, rows, routes);
    }
    return draft.withRoutes(routes);
  }

  /** Each row is joined with the sibling before it, or with the row above where it is the first. */
  private static void addTree(List<PlacedRow> placed, List<Route> routes) {
    int deepest = placed.stream().mapToInt(row -> row.row().depth()).max().orElse(0);
    double[] from = new double[deepest + 2];
    double[] x = new double[deepest + 2];
    for (PlacedRow row : placed) {
      int depth = row.row().depth();
      Box box = row.box();
      if (depth == 0) {
        Arrays.fill(from, box.bottom());
        fillTrunks(x, box.x());
      } else {
        // Deep rows are indented no further; their line still runs left of them.
        double trunk = Math.min(x[depth], box.x() - Metrics.INDENT / 2);
        routes.add(
            new Route(
                Route.Kind.TREE,
                row.row().node(),
                -1,
                List.of(
                    new Point(trunk, from[depth]),
                    new Point(trunk, box.middle()),
                    new Point(box.x(), box.middle()))));
        from[depth] = box.middle();
      }
      from[depth + 1] = box.bottom();
      x[depth + 1] = box.x() + Metrics.INDENT / 2;
    }
  }

  private static void fillTrunks(double[] x, double left) {
    for (int depth = 1; depth < x.length; depth++) {
      x[depth] = left + (depth - 1) * Metrics.INDENT + Metrics.INDENT / 2;
    }
  }

  private static void addTie(Grid grid, Tie tie, List<PlacedRow> rows, List<Route> routes) {
    switch (tie.kind()) {
      case LINK -> {
        for (int at = 1; at < tie.from().size(); at++) {
          PlacedRow one = rows.get(tie.from().get(at - 1));
          PlacedRow two = rows.get(tie.from().get(at));
          routes.add(
              new Route(
                  tie.kind(),
                  tie.group(),
                  tie.ordinal(),
                  bends(grid, tie, one, two, new Point(Metrics.HULL_END, Metrics.LINK_DROP))));
        }
      }
      case BACKING, AUXILIARY -> {
        PlacedRow target = rows.get(tie.to());
        for (int start : tie.from()) {
          PlacedRow mdev = rows.get(start);
          routes.add(
              new Route(
                  tie.kind(),
                  mdev.row().node(),
                  -1,
                  bends(grid, tie, mdev, target, new Point(Metrics.HULL_END + 1, 0))));
        }
      }
      case TREE -> throw new IllegalArgumentException("the tree's lines are no ties");
    }
  }

  private static List<Point> bends(Grid grid, Tie tie, PlacedRow one, PlacedRow two, Point off) {
    Point start = new Point(one.badge().right() + off.x(), one.badge().middle() + off.y());
    Point end = new Point(two.badge().right() + off.x(), two.badge().middle() + off.y());
    double side = grid.laneX(one.column(), tie.lane());
    if (one.column() == two.column()) {
      return List.of(start, new Point(side, start.y()), new Point(side, end.y()), end);
    }
    double above = grid.channelY(tie.channel()) - Metrics.LANE;
    double other = grid.laneX(two.column(), tie.lane());
    return List.of(
        start,
        new Point(side, start.y()),
        new Point(side, above),
        new Point(other, above),
        new Point(other, end.y()),
        end);
  }
}
