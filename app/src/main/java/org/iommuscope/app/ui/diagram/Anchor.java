package org.iommuscope.app.ui.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.layout.Box;

/** The row that keeps its place on the screen while the picture around it changes. */
final class Anchor {

  private Anchor() {}

  /**
   * The camera that shows the new picture with the anchor where it was.
   *
   * @param wanted rows to hold on to, the best first; those out of sight are passed over
   */
  static Camera held(Scenery before, Scenery now, Camera camera, Box seen, List<GraphNode> wanted) {
    return Stream.concat(wanted.stream(), nearestToMiddle(before, seen).stream())
        .flatMap(node -> held(before, now, camera, seen, node).stream())
        .findFirst()
        .orElse(camera);
  }

  private static Optional<Camera> held(
      Scenery before, Scenery now, Camera camera, Box seen, GraphNode node) {
    return before
        .rowOf(node)
        .filter(row -> row.overlaps(seen))
        .flatMap(was ->
            now.rowOf(node)
                .map(is ->
                    new Camera(
                        camera.x() + is.x() - was.x(),
                        camera.y() + is.y() - was.y(),
                        camera.zoom())));
  }

  private static Optional<GraphNode> nearestToMiddle(Scenery before, Box seen) {
    return before.rowsIn(seen).stream()
        .min(Comparator.comparingDouble(row -> Math.abs(row.box().middle() - seen.middle())))
        .map(Scenery.SeenRow::node);
  }
}
