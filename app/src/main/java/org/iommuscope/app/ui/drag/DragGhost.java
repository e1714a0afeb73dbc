package org.iommuscope.app.ui.drag;

import java.util.Map;
import java.util.stream.Collectors;
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

  private void move(MouseEvent at) {
    var here = sceneToLocal(at.getSceneX(), at.getSceneY());
    tag.autosize();
    double rightmost = Math.max(0, getWidth() - tag.getWidth());
    double lowest = Math.max(0, getHeight() - tag.getHeight());
    tag.relocate(
        Math.min(rightmost, here.getX() + BESIDE_POINTER),
        Math.min(lowest, here.getY() + BESIDE_POINTER));
  }

  private void show(@Nullable Proposals carried) {
    setVisible(carried != null);
    if (carried != null) {
      device.setText(carried.device().text());
      mates.getChildren().setAll(byPart(carried).entrySet().stream().map(DragGhost::line).toList());
    }
  }

  private static Map<GroupMate.Part, Long> byPart(Proposals carried) {
    return carried.mates().stream()
        .collect(
            Collectors.groupingBy(GroupMate::part, java.util.TreeMap::new, Collectors.counting()));
  }

  private static Label line(Map.Entry<GroupMate.Part, Long> part) {
    Label line = new Label(part.getValue() + " × " + part.getKey().words());
    line.getStyleClass().add("mate-" + part.getKey().name().toLowerCase(java.util.Locale.ROOT));
    return line;
  }
}
