package org.iommuscope.app.drawing;

import java.util.List;
import org.iommuscope.app.layout.Box;

/**
 * Shapes of one owner that are drawn together.
 *
 * @param title what a tooltip says
 * @param bounds nothing of it is drawn outside
 */
public record Figure(Layer layer, Owner owner, String title, Box bounds, List<Shape> shapes) {

  /** What lies over what, from below. */
  public enum Layer {
    HULL,
    TREE,
    ROW,
    TIE,
    CAPTION
  }

  public Figure {
    shapes = List.copyOf(shapes);
  }

  void paint(Surface surface, Detail detail) {
    for (Shape shape : shapes) {
      if (shape.shown().at(detail)) {
        draw(surface, shape);
      }
    }
  }

  private static void draw(Surface surface, Shape shape) {
    switch (shape) {
      case Shape.Rect rect -> surface.rect(rect);
      case Shape.Line line -> surface.line(line);
      case Shape.Label label -> surface.label(label);
    }
  }
}
