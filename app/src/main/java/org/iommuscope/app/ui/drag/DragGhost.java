package org.iommuscope.app.ui.drag;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.workspace.GroupMate;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.model.topology.DeviceRef;
import org.jspecify.annotations.Nullable;

/** What hangs on the pointer during a drag: the devices' addresses, the rest of their groups. */
public final class DragGhost extends Pane {

  private static final double BESIDE_POINTER = 14;
  private static final double WIDEST = 400;
  private static final int MOST = 6;

  private final VBox devices = new VBox();
  private final VBox mates = new VBox();
  private final VBox tag = new VBox(devices, mates);

  public DragGhost(DeviceDrag drag) {
    setId("drag-ghost");
    setMouseTransparent(true);
    tag.getStyleClass().add("drag-ghost");
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
      fill(devices, carried.devices(), DragGhost::address, "more");
      fill(mates, carried.mates(), DragGhost::line, "more of the group");
    }
  }

  private static <T> void fill(VBox box, List<T> all, Function<T, Label> line, String rest) {
    box.getChildren().setAll(all.stream().limit(MOST).map(line).toList());
    if (all.size() > MOST) {
      box.getChildren().add(new Label("and " + (all.size() - MOST) + " " + rest));
    }
  }

  private static Label address(DeviceRef device) {
    Label label = new Label(DeviceNames.shortRef(device));
    label.getStyleClass().add("address");
    return label;
  }

  private static Label line(GroupMate mate) {
    return new Label(DeviceNames.shortRef(mate.device()) + " " + mate.part().words());
  }
}
