package org.iommuscope.app.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.layout.Box;

/** Finds figures by place: a grid of cells, each with the figures that reach into it. */
final class FigureIndex {

  private static final double CELL = 256;

  private record Cell(int column, int row) {}

  private final List<Figure> figures;
  private final Map<Cell, List<Integer>> cells;

  FigureIndex(List<Figure> figures) {
    this(figures, new HashMap<>());
    for (int at = 0; at < figures.size(); at++) {
      add(at, figures.get(at).bounds());
    }
  }

  private FigureIndex(List<Figure> figures, Map<Cell, List<Integer>> cells) {
    this.figures = figures;
    this.cells = cells;
  }

  /** The same places for other figures, each as large as the one whose place it takes. */
  FigureIndex of(List<Figure> others) {
    return new FigureIndex(others, cells);
  }

  /** The figures that reach into a box, from below to above. */
  List<Figure> in(Box box) {
    BitSet found = new BitSet(figures.size());
    for (int column = cell(box.x()); column <= cell(box.right()); column++) {
      for (int row = cell(box.y()); row <= cell(box.bottom()); row++) {
        cells.getOrDefault(new Cell(column, row), List.of()).forEach(found::set);
      }
    }
    return found.stream()
        .mapToObj(figures::get)
        .filter(figure -> figure.bounds().overlaps(box))
        .toList();
  }

  /** The uppermost row or hull at a point; lines are too thin to be hit. */
  Optional<Figure> at(double x, double y) {
    List<Integer> here = cells.getOrDefault(new Cell(cell(x), cell(y)), List.of());
    for (int number : here.reversed()) {
      Figure figure = figures.get(number);
      boolean solid = figure.layer() == Figure.Layer.ROW || figure.layer() == Figure.Layer.HULL;
      if (solid && figure.bounds().contains(x, y)) {
        return Optional.of(figure);
      }
    }
    return Optional.empty();
  }

  private void add(int number, Box bounds) {
    for (int column = cell(bounds.x()); column <= cell(bounds.right()); column++) {
      for (int row = cell(bounds.y()); row <= cell(bounds.bottom()); row++) {
        cells.computeIfAbsent(new Cell(column, row), none -> new ArrayList<>()).add(number);
      }
    }
  }

  private static int cell(double position) {
    return (int) Math.floor(position / CELL);
  }
}
