package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.Metrics;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.TreeLayout;

/** A picture as a list of figures, from below to above; immutable. */
public final class Drawing {

  private final PlacedGraph placed;
  private final Box bounds;
  private final List<Figure> figures;
  private final FigureIndex index;
  private final Map<Owner, List<Integer>> byOwner;

  private Drawing(PlacedGraph placed, Box bounds, List<Figure> figures) {
    this.placed = placed;
    this.bounds = bounds;
    this.figures = List.copyOf(figures);
    this.index = new FigureIndex(this.figures);
    this.byOwner =
        IntStream.range(0, this.figures.size())
            .boxed()
            .collect(Collectors.groupingBy(at -> this.figures.get(at).owner()));
  }

  private Drawing(PlacedGraph placed, Drawing before, List<Figure> figures) {
    this.placed = placed;
    this.bounds = before.bounds;
    this.figures = List.copyOf(figures);
    this.index = before.index.of(this.figures);
    this.byOwner = before.byOwner;
  }

  /** The picture alone, without a legend. */
  public static Drawing of(PlacedGraph placed) {
    List<Figure> figures = new TreeFigures(placed).figures();
    return new Drawing(placed, around(placed, figures), figures);
  }

  /** The marks beside a closed tree may reach farther than any row. */
  private static Box around(PlacedGraph placed, List<Figure> figures) {
    Box bounds = placed.bounds();
    double farthest =
        figures.stream().mapToDouble(figure -> figure.bounds().right()).max().orElse(0);
    return farthest <= bounds.right()
        ? bounds
        : Box.between(bounds.x(), bounds.y(), farthest + Metrics.GAP, bounds.bottom());
  }

  /**
   * The picture of a graph that may differ from this one's in its guests and their answers; only
   * what differs is drawn again.
   */
  public Drawing showing(TopologyGraph graph) {
    PlacedGraph again = TreeLayout.again(placed, graph);
    return again.rows() == placed.rows() && figures.size() == new TreeFigures(again).count()
        ? new Drawing(again, this, new TreeFigures(again).figuresAfter(placed.graph(), figures))
        : of(again);
  }

  /** The picture with its legend below. */
  public static Drawing withLegend(PlacedGraph placed) {
    List<Figure> figures = new ArrayList<>(new TreeFigures(placed).figures());
    Legend legend = new Legend(placed);
    figures.addAll(legend.figures());
    return new Drawing(placed, around(placed, figures).around(legend.bounds()), figures);
  }

  /** What the signs of this picture mean, as wide as there is room for. */
  public Drawing legend(double width) {
    Legend legend = new Legend(placed, new Box(0, 0, width, 12));
    Box bounds = legend.bounds();
    return new Drawing(
        placed, new Box(0, 0, width, bounds.bottom()), List.copyOf(legend.figures()));
  }

  public Box bounds() {
    return bounds;
  }

  public List<Figure> figures() {
    return figures;
  }

  /** The uppermost figure at a point that belongs to a row, a badge or a hull. */
  public Optional<Figure> at(double x, double y) {
    return index.at(x, y);
  }

  /** The figures of a node: a row, its line, the hulls of a group. */
  public List<Figure> of(GraphNode node) {
    return byOwner.getOrDefault(new Owner.Part(node), List.of()).stream()
        .map(figures::get)
        .toList();
  }

  /** The figures that reach into a box, from below to above. */
  public List<Figure> in(Box box) {
    return index.in(box);
  }

  /** Draws everything. */
  public void paint(Surface surface, Detail detail) {
    figures.forEach(figure -> paint(surface, detail, figure));
  }

  /** Draws what reaches into a box. */
  public void paint(Surface surface, Detail detail, Box clip) {
    index.in(clip).forEach(figure -> paint(surface, detail, figure));
  }

  private static void paint(Surface surface, Detail detail, Figure figure) {
    surface.begin(figure);
    figure.paint(surface, detail);
    surface.end(figure);
  }
}
