package org.iommuscope.app.drawing;

import java.util.List;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.PlacedGraph;
import org.iommuscope.app.layout.TextStyle;

/** Sentences that stand in the picture where there is little else to see. */
final class Captions {

  private Captions() {}

  /** What is said of a host without any device. */
  static Figure empty(PlacedGraph placed) {
    Box box = new Box(24, 24, placed.bounds().width() - 48, 22);
    String text = "This capture has no devices.";
    Shape label =
        new Words(placed.measure())
            .left(
                Shown.ALWAYS,
                box,
                box.x(),
                box.width(),
                text,
                TextStyle.HEADING,
                Ink.of(Role.TEXT_MUTED));
    return new Figure(Figure.Layer.CAPTION, new Owner.Caption("empty"), text, box, List.of(label));
  }
}
