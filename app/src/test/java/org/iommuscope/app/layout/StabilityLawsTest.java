package org.iommuscope.app.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.HostSketch;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays keeps its place when a fold is opened, a subtree closed, or a driver planned. */
class StabilityLawsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void opening_a_fold_moves_only_what_stands_below_it_in_its_column(long seed) {
    HostTopology host = HostSketch.crowded(seed);
    PlacedGraph before = place(host, AssignmentPlan.EMPTY, Folding.USUAL);
    List<PlacedRow> folds =
        before.rows().stream().filter(row -> row.row().node() instanceof FoldNode).toList();
    assertFalse(folds.isEmpty());
    for (PlacedRow fold : folds) {
      Folding opened = Folding.USUAL.withToggledTwins(fold.row().node().id());
      requireStill(before, place(host, AssignmentPlan.EMPTY, opened), fold);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void closing_a_subtree_moves_only_what_stands_below_it_in_its_columns(long seed) {
    HostTopology host = HostSketch.crowded(seed);
    PlacedGraph before = place(host, AssignmentPlan.EMPTY, Folding.USUAL);
    for (PlacedRow row : before.rows()) {
      if (row.row().node() instanceof DeviceNode device
          && !before.graph().below(device).isEmpty()) {
        Folding closed = Folding.USUAL.withToggledSubtree(device.id());
        PlacedGraph after = place(host, AssignmentPlan.EMPTY, closed);
        requireSideways(before, after);
        assertEquals(place(row, before), place(row, after));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void a_driver_that_the_plan_wants_moves_no_row_sideways(long seed) {
    HostTopology host = HostSketch.crowded(seed);
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withBinding(
            host.devices().keySet().stream().skip(20).findFirst().orElseThrow(),
            Optional.of("vfio-pci"));
    requireSideways(
        place(host, AssignmentPlan.EMPTY, Folding.USUAL), place(host, plan, Folding.USUAL));
  }

  /** Every row that is in both keeps its column; below the changed one all move alike. */
  private static void requireStill(PlacedGraph before, PlacedGraph after, PlacedRow changed) {
    requireSideways(before, after);
    Map<GraphNode, Box> places = places(after);
    Set<Double> moved = new TreeSet<>();
    for (PlacedRow row : before.rows()) {
      Box now = places.get(row.row().node());
      if (now == null || row.continued()) {
        continue;
      }
      double move = now.y() - row.box().y();
      if (row.column() == changed.column() && row.box().y() > changed.box().y()) {
        moved.add(move);
      } else {
        assertEquals(0, move, row + " is not below " + changed);
      }
    }
    assertFalse(moved.size() > 1, "rows below " + changed + " move by " + moved);
  }

  private static void requireSideways(PlacedGraph before, PlacedGraph after) {
    Map<GraphNode, Box> places = places(after);
    for (PlacedRow row : before.rows()) {
      Box now = places.get(row.row().node());
      if (now != null && !row.continued()) {
        assertEquals(row.box().x(), now.x(), row::toString);
        assertEquals(row.box().width(), now.width(), row::toString);
      }
    }
    assertEquals(before.bounds().width(), after.bounds().width());
  }

  private static Box place(PlacedRow row, PlacedGraph placed) {
    return Objects.requireNonNull(places(placed).get(row.row().node()));
  }

  private static Map<GraphNode, Box> places(PlacedGraph placed) {
    Map<GraphNode, Box> places = new HashMap<>();
    placed.rows().stream()
        .filter(row -> !row.continued())
        .forEach(row -> places.put(row.row().node(), row.box()));
    return places;
  }

  private static PlacedGraph place(HostTopology host, AssignmentPlan plan, Folding folding) {
    return TreeLayout.place(
        TopologyGraph.of(host, plan, Optional.empty()),
        new FixedTextMeasure(),
        OptionalDouble.of(1600),
        folding);
  }
}
