package org.iommuscope.app.ui.drag;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.iommuscope.app.workspace.GroupMate;
import org.iommuscope.app.workspace.Proposals;
import org.jspecify.annotations.Nullable;

/** What hangs on the pointer during a drag: the device's address and the rest of its group. */
public final class DragGhost extends Pane {

  private static final double BESIDE_POINTER = 14;
  private static final double WIDEST = 400;
  private static final int MOST = 6;

  private final Label device = new Label();
  private final VBox mates = new VBox();
  private final VBox tag = new VBox(device, mates);

  public DragGhost(DeviceDrag drag) {
    setId("drag-ghost");
    setMouseTransparent(true);
    tag.getStyleClass().add("drag-ghost");
    device.getStyleClass().add("address");
    getChildren().add(tag);
    drag.carriedProperty().subscribe(this::show);
  }

  /** Follows the pointer wherever it goes within a node. */
  public void follow(Node window) {
    window.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::move);
    window.addEventFilter(MouseEvent.MOUSE_PRESSED, this::move);
  }

  // Near the right edge are the cards: there it stays small and left of the pointer.
  private void move(MouseEvent at) {
    Point2D here = sceneToLocal(at.getSceneX(), at.getSceneY());
    boolean roomy = here.getX() + BESIDE_POINTER + WIDEST <= getWidth();
    mates.setVisible(roomy);
    mates.setManaged(roomy);
    tag.autosize();
    double x = here.getX() + (roomy ? BESIDE_POINTER : -BESIDE_POINTER - tag.getWidth());
    double y = here.getY() + (roomy ? BESIDE_POINTER : -BESIDE_POINTER - tag.getHeight());
    tag.relocate(
        Math.rint(x), Math.rint(Math.clamp(y, 0, Math.max(0, getHeight() - tag.getHeight()))));
  }

  private void show(@Nullable Proposals carried) {
    setVisible(carried != null);
    if (carried != null) {
      device.setText(carried.device().text());
      mates
          .getChildren()
          .setAll(carried.mates().stream().limit(MOST).map(DragGhost::line).toList());
      int more = carried.mates().size() - MOST;
      if (more > 0) {
        mates.getChildren().add(new Label("and " + more + " more of its group"));
      }
    }
  }

  private static Label line(GroupMate mate) {
    return new Label(mate.device() + " " + mate.part().words());
  }
}
