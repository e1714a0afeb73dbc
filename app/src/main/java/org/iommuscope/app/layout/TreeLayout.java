package org.iommuscope.app.layout;

import java.util.List;
import java.util.OptionalDouble;
import org.iommuscope.app.graph.TopologyGraph;

/** The tree picture's layout: a row of phases, each in time that grows with the rows alone. */
public final class TreeLayout {

  private static final List<LayoutPhase> PHASES =
      List.of(
          new RankByDepth(),
          new FoldTwins(),
          new FrameGroups(),
          new SizeColumns(),
          new FlowColumns(),
          new ShowChanges(),
          new PlaceBoxes(),
          new RouteEdges(),
          new NoteBackings());

  private TreeLayout() {}

  /**
   * Places a graph.
   *
   * @param width the room to wrap to, in pixels at 100 %; none lets the picture choose its shape. A
   *     picture is never narrower than one column.
   */
  public static PlacedGraph place(
      TopologyGraph graph, TextMeasure measure, OptionalDouble width, Folding folding) {
    return place(graph, new LayoutRequest(measure, width, folding));
  }

  /** Places a graph as another was placed; what is of the same shape keeps its very places. */
  public static PlacedGraph again(PlacedGraph before, TopologyGraph graph) {
    return graph.hasShapeOf(before.graph())
        ? before.showing(graph)
        : place(graph, before.request());
  }

  private static PlacedGraph place(TopologyGraph graph, LayoutRequest request) {
    LayoutDraft draft = LayoutDraft.begin(graph, request);
    for (LayoutPhase phase : PHASES) {
      draft = phase.apply(draft);
    }
    return new PlacedGraph(
        graph,
        request,
        bounds(draft),
        draft.placed(),
        draft.hulls(),
        draft.routes(),
        draft.notes());
  }

  private static Box bounds(LayoutDraft draft) {
    double bottom = draft.placed().stream().mapToDouble(row -> row.box().bottom()).max().orElse(0);
    return new Box(
        0,
        0,
        draft.grid().widthOf(Math.max(1, draft.grid().columns().size())),
        bottom + Metrics.MARGIN);
  }
}
