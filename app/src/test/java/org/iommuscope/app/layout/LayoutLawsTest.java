package org.iommuscope.app.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GroupNode;
import org.iommuscope.app.graph.HostSketch;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Route.Point;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the layout of any host. */
class LayoutLawsTest {

  private static final TextMeasure MEASURE = new FixedTextMeasure();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_two_rows_overlap(long seed) {
    List<Box> boxes = new ArrayList<>();
    for (PlacedRow row : placed(seed).rows()) {
      boxes.add(row.box().around(row.badge()));
    }
    for (int one = 0; one < boxes.size(); one++) {
      for (int two = one + 1; two < boxes.size(); two++) {
        assertFalse(boxes.get(one).overlaps(boxes.get(two)), "rows " + one + " and " + two);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_device_has_one_row(long seed) {
    PlacedGraph placed = placed(seed);
    List<DeviceNode> shown = placed.rows().stream().flatMap(row -> devices(row).stream()).toList();
    assertEquals(placed.graph().host().devices().size(), shown.size());
    assertEquals(shown.size(), new HashSet<>(shown).size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_hull_covers_rows_of_its_group_whole_and_touches_no_other(long seed) {
    PlacedGraph placed = placed(seed);
    Map<PlacedRow, Integer> covered = new HashMap<>();
    for (Hull hull : placed.hulls()) {
      for (PlacedRow row : placed.rows()) {
        Box box = row.box().around(row.badge());
        if (box.overlaps(hull.box())) {
          assertEquals(Optional.of(hull.group()), sharedGroup(row), "behind " + box);
          assertEquals(hull.box(), hull.box().around(box), "cuts through " + box);
          covered.merge(row, 1, Integer::sum);
        }
      }
    }
    long shared = placed.rows().stream().filter(row -> sharedGroup(row).isPresent()).count();
    assertEquals(shared, covered.size());
    assertEquals(Set.of(1), new HashSet<>(covered.values()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_hulls_of_a_group_are_linked(long seed) {
    PlacedGraph placed = placed(seed);
    Map<GroupNode, Integer> hulls = new HashMap<>();
    placed.hulls().forEach(hull -> hulls.merge(hull.group(), 1, Integer::sum));
    hulls.forEach((group, count) ->
        assertEquals(
            count - 1,
            routes(placed, Route.Kind.LINK).stream()
                .filter(route -> route.owner().equals(group))
                .count()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_line_of_the_tree_ends_at_its_device(long seed) {
    PlacedGraph placed = placed(seed);
    Map<Object, Box> boxes = new HashMap<>();
    placed.rows().stream()
        .filter(row -> !row.continued())
        .forEach(row -> boxes.put(row.row().node(), row.box()));
    for (Route route : routes(placed, Route.Kind.TREE)) {
      Box box = Objects.requireNonNull(boxes.get(route.owner()));
      assertEquals(new Point(box.x(), box.middle()), route.points().getLast());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_tie_ends_beside_the_badges_that_it_joins(long seed) {
    PlacedGraph placed = placed(seed);
    for (Route route : placed.routes()) {
      if (route.kind() != Route.Kind.TREE) {
        assertTrue(isBesideABadge(placed, route.points().getFirst()));
        assertTrue(isBesideABadge(placed, route.points().getLast()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_line_crosses_a_row(long seed) {
    PlacedGraph placed = placed(seed);
    for (Route route : placed.routes()) {
      for (int at = 1; at < route.points().size(); at++) {
        Box segment = thin(route.points().get(at - 1), route.points().get(at));
        for (PlacedRow row : placed.rows()) {
          assertFalse(segment.overlaps(row.box().grow(-0.5)), route + " crosses " + row.box());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everything_lies_inside_the_bounds(long seed) {
    PlacedGraph placed = placed(seed);
    Box bounds = placed.bounds();
    placed.rows().forEach(row -> assertEquals(bounds, bounds.around(row.box())));
    placed.hulls().forEach(hull -> assertEquals(bounds, bounds.around(hull.box())));
    placed.routes().forEach(route -> assertEquals(bounds, bounds.around(route.bounds())));
  }

  @ParameterizedTest
  @ValueSource(doubles = {700, 1200, 1600, 2500, 6000})
  void a_picture_is_no_wider_than_the_room_for_it(double width) {
    for (long seed = 1; seed <= 8; seed++) {
      PlacedGraph placed = place(TopologyGraph.of(HostSketch.random(seed)), width);
      assertTrue(placed.bounds().width() <= width, placed.bounds() + " in " + width);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_same_host_is_laid_out_the_same(long seed) {
    PlacedGraph one = placed(seed);
    PlacedGraph two = placed(seed);
    assertEquals(one.rows(), two.rows());
    assertEquals(one.routes(), two.routes());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_guest_moves_no_row(long seed) {
    HostTopology host = HostSketch.random(seed);
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withGuest(
            new GuestName("A"),
            guest ->
                guest.withDevices(
                    host.devices().keySet().stream().limit(30).map(GuestDevice::of).toList()));
    TopologyGraph planned = TopologyGraph.of(host, plan, Optional.empty());
    assertEquals(placed(seed).rows(), place(planned, 1600).rows());
  }

  private static PlacedGraph placed(long seed) {
    return place(TopologyGraph.of(HostSketch.random(seed)), 1600);
  }

  private static PlacedGraph place(TopologyGraph graph, double width) {
    return TreeLayout.place(graph, MEASURE, OptionalDouble.of(width), Folding.USUAL);
  }

  private static List<DeviceNode> devices(PlacedRow row) {
    return switch (row.row().node()) {
      case DeviceNode device -> List.of(device);
      case FoldNode fold -> fold.twins();
      default -> List.of();
    };
  }

  private static Optional<GroupNode> sharedGroup(PlacedRow row) {
    return row.row() instanceof Row.Entry entry
        ? entry.text().group().group().filter(GroupNode::isShared)
        : Optional.empty();
  }

  private static List<Route> routes(PlacedGraph placed, Route.Kind kind) {
    return placed.routes().stream().filter(route -> route.kind() == kind).toList();
  }

  private static boolean isBesideABadge(PlacedGraph placed, Point point) {
    return placed.rows().stream()
        .map(PlacedRow::badge)
        .anyMatch(badge ->
            Math.abs(badge.middle() - point.y()) <= Metrics.LINK_DROP
                && point.x() >= badge.right()
                && point.x() <= badge.right() + Metrics.HULL_END + 1);
  }

  private static Box thin(Point one, Point two) {
    Box from = new Box(one.x(), one.y(), 0, 0);
    return from.around(new Box(two.x(), two.y(), 0, 0)).grow(0.01).moved(-0.02, 0);
  }
}
