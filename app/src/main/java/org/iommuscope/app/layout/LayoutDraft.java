package org.iommuscope.app.layout;

import java.util.List;
import org.iommuscope.app.graph.TopologyGraph;

/**
 * A layout on its way; each phase fills one part.
 *
 * @param rows in reading order, by {@link RankByDepth} and {@link FoldTwins}
 * @param frames runs of rows of one shared group, by {@link FrameGroups}, cut by {@link
 *     FlowColumns}
 * @param ties what must be joined beside the rows, by {@link FrameGroups} and {@link FlowColumns}
 * @param grid sizes by {@link SizeColumns}, columns and lanes by {@link FlowColumns}
 * @param placed rows with their boxes, by {@link PlaceBoxes}
 * @param routes lines, by {@link RouteEdges}
 */
record LayoutDraft(
    TopologyGraph graph,
    LayoutRequest request,
    List<Row> rows,
    List<Frame> frames,
    List<Tie> ties,
    Grid grid,
    List<PlacedRow> placed,
    List<Hull> hulls,
    List<Route> routes) {

  static LayoutDraft begin(TopologyGraph graph, LayoutRequest request) {
    return new LayoutDraft(
        graph,
        request,
        List.of(),
        List.of(),
        List.of(),
        Grid.EMPTY,
        List.of(),
        List.of(),
        List.of());
  }

  LayoutDraft withRows(List<Row> found) {
    return new LayoutDraft(graph, request, found, frames, ties, grid, placed, hulls, routes);
  }

  LayoutDraft withFrames(List<Frame> found, List<Tie> joined) {
    return new LayoutDraft(graph, request, rows, found, joined, grid, placed, hulls, routes);
  }

  LayoutDraft withPlaces(Grid found, List<PlacedRow> boxes, List<Hull> behind) {
    return new LayoutDraft(graph, request, rows, frames, ties, found, boxes, behind, routes);
  }

  LayoutDraft withRoutes(List<Route> found) {
    return new LayoutDraft(graph, request, rows, frames, ties, grid, placed, hulls, found);
  }
}
