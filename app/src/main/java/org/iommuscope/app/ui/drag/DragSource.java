package org.iommuscope.app.ui.drag;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.iommuscope.model.topology.DeviceRef;

/** Lets devices be dragged out of a node, within the window and by its own mouse events. */
public final class DragSource {

  private DragSource() {}

  /**
   * Starts a drag where the pointer has been pressed on a device.
   *
   * @param deviceAt the device under the pointer
   */
  public static void install(
      Node node, DeviceDrag drag, Function<MouseEvent, Optional<DeviceRef>> deviceAt) {
    node.setOnDragDetected(detected -> {
      if (detected.getButton() == MouseButton.PRIMARY) {
        deviceAt
            .apply(detected)
            .ifPresent(device -> {
              node.startFullDrag();
              drag.pickUp(device);
              detected.consume();
            });
      }
    });
  }
}
