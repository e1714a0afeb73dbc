package org.iommuscope.app.layout;

import java.util.List;
import org.iommuscope.app.graph.TopologyGraph;

/** A graph with a place for everything; immutable. */
public record PlacedGraph(
    TopologyGraph graph,
    LayoutRequest request,
    Box bounds,
    List<PlacedRow> rows,
    List<Hull> hulls,
    List<Route> routes,
    List<MarginNote> notes) {

  public PlacedGraph {
    rows = List.copyOf(rows);
    hulls = List.copyOf(hulls);
    routes = List.copyOf(routes);
    notes = List.copyOf(notes);
  }

  public TextMeasure measure() {
    return request.measure();
  }

  /** The same places for a graph of the same shape. */
  PlacedGraph showing(TopologyGraph changed) {
    return new PlacedGraph(changed, request, bounds, rows, hulls, routes, notes);
  }
}
