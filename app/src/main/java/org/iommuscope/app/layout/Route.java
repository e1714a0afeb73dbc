package org.iommuscope.app.layout;

import java.util.List;
import org.iommuscope.app.graph.GraphNode;

/**
 * A line with right-angled bends.
 *
 * @param owner what it belongs to: the device it hangs, the group whose parts it joins, the mdev
 * @param ordinal the group's place among the shared groups; -1 where it has no colour
 */
public record Route(Kind kind, GraphNode owner, int ordinal, List<Point> points) {

  /** What a line says. */
  public enum Kind {
    /** Hangs a device from the one above. */
    TREE,
    /** Joins the hulls of one group. */
    LINK,
    /** Leads from an mdev to the group that isolates it; has a head at its end. */
    BACKING,
    /** The same, to a group beside whose domain the mdev has one of its own. */
    AUXILIARY
  }

  public Route {
    points = List.copyOf(points);
  }

  /** A bend or an end. */
  public record Point(double x, double y) {}

  /** The smallest box around the line. */
  public Box bounds() {
    Box box = new Box(points.getFirst().x(), points.getFirst().y(), 0, 0);
    for (Point point : points) {
      box = box.around(new Box(point.x(), point.y(), 0, 0));
    }
    return box;
  }
}
