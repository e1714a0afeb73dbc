package org.iommuscope.app.layout;

import java.util.List;
import org.iommuscope.app.graph.TopologyGraph;

/**
 * A layout on its way; each phase fills one part.
 *
 * @param rows in reading order, by {@link RankByDepth}, {@link FoldTwins} and {@link ShowFolds}
 * @param origins for each row the index of the usual row that it came from, by {@link ShowFolds}
 * @param frames runs of rows of one shared group, by {@link FrameGroups}, cut by {@link
 *     FlowColumns}
 * @param ties what must be joined beside the rows, by {@link FrameGroups} and {@link FlowColumns}
 * @param grid sizes by {@link SizeColumns}, columns and lanes by {@link FlowColumns}, kept by
 *     {@link KeepColumns}
 * @param placed rows with their boxes, by {@link PlaceBoxes}
 * @param routes lines, by {@link RouteEdges}
 * @param notes words beside the lanes, by {@link NoteBackings}
 */
record LayoutDraft(
    TopologyGraph graph,
    LayoutRequest request,
    List<Row> rows,
    List<Integer> origins,
    List<Frame> frames,
    List<Tie> ties,
    Grid grid,
    List<PlacedRow> placed,
    List<Hull> hulls,
    List<Route> routes,
    List<MarginNote> notes) {

  static LayoutDraft begin(TopologyGraph graph, LayoutRequest request) {
    return new LayoutDraft(
        graph,
        request,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Grid.EMPTY,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  LayoutDraft withRows(List<Row> found) {
    return withRows(found, origins);
  }

  LayoutDraft withRows(List<Row> found, List<Integer> usual) {
    return new LayoutDraft(
        graph, request, found, usual, frames, ties, grid, placed, hulls, routes, notes);
  }

  LayoutDraft withFrames(List<Frame> found, List<Tie> joined) {
    return new LayoutDraft(
        graph, request, rows, origins, found, joined, grid, placed, hulls, routes, notes);
  }

  LayoutDraft withPlaces(Grid found, List<PlacedRow> boxes, List<Hull> behind) {
    return new LayoutDraft(
        graph, request, rows, origins, frames, ties, found, boxes, behind, routes, notes);
  }

  LayoutDraft withRoutes(List<Route> found) {
    return new LayoutDraft(
        graph, request, rows, origins, frames, ties, grid, placed, hulls, found, notes);
  }

  LayoutDraft withNotes(List<MarginNote> found) {
    return new LayoutDraft(
        graph, request, rows, origins, frames, ties, grid, placed, hulls, routes, found);
  }
}
