package org.iommuscope.app.ui.diagram;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.ui.drag.DragSource;
import org.iommuscope.model.topology.DeviceRef;

/**
 * What the pointer does in the picture: the wheel zooms, the ground is dragged to pan, a device is
 * dragged to a guest, a click selects, and one on a handle opens and closes.
 */
final class DiagramMouse {

  private static final double ZOOM_STEP = 1.2;

  private final DiagramView view;
  private final DiagramViewModel model;
  private final RowHint hint;
  private Point2D pressed = Point2D.ZERO;
  private boolean panning;

  DiagramMouse(DiagramView view, DiagramViewModel model) {
    this.view = view;
    this.model = model;
    this.hint = new RowHint(view);
  }

  void listen() {
    DragSource.install(view, model.drag(), this::deviceToDrag);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragGround);
    view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, left -> view.hover(Optional.empty()));
    view.setOnMouseDragReleased(this::drop);
    view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
  }

  private Optional<DeviceRef> deviceToDrag(MouseEvent event) {
    return panning ? Optional.empty() : view.deviceAt(pressed.getX(), pressed.getY());
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    pressed = new Point2D(event.getX(), event.getY());
    panning =
        event.getButton() == MouseButton.MIDDLE
            || view.deviceAt(event.getX(), event.getY()).isEmpty();
  }

  private void dragGround(MouseEvent event) {
    if (panning) {
      view.pan(event.getX() - pressed.getX(), event.getY() - pressed.getY());
      pressed = new Point2D(event.getX(), event.getY());
    }
  }

  private void drop(MouseDragEvent event) {
    if (view.deviceAt(event.getX(), event.getY()).isEmpty()) {
      model.dropOnGround();
    } else {
      model.drag().cancel();
    }
    event.consume();
  }

  private void click(MouseEvent event) {
    if (!event.isStillSincePress() || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Optional<Folds.Handle> handle = handleOf(event);
    if (handle.isPresent()) {
      view.toggle(handle.get());
      return;
    }
    view.deviceAt(event.getX(), event.getY())
        .ifPresentOrElse(device -> select(device, event.isShortcutDown()), model::selectNothing);
  }

  /** The handle that was hit; a row of twins opens by a double click as well. */
  private Optional<Folds.Handle> handleOf(MouseEvent event) {
    return view.handleAt(event.getX(), event.getY())
        .or(() ->
            view.nodeAt(event.getX(), event.getY())
                .filter(node -> event.getClickCount() == 2 && node instanceof FoldNode)
                .map(fold -> new Folds.Handle(fold, Folds.FoldKind.TWINS, false)));
  }

  private void select(DeviceRef device, boolean together) {
    if (together) {
      model.toggle(device);
    } else {
      model.select(device);
    }
  }

  private void hover(MouseEvent event) {
    view.hover(view.deviceAt(event.getX(), event.getY()));
    hint.show(view.nodeAt(event.getX(), event.getY()), view.titleAt(event.getX(), event.getY()));
  }

  private void scroll(ScrollEvent event) {
    if (event.isShiftDown()) {
      view.pan(event.getDeltaX() + event.getDeltaY(), 0);
    } else {
      double factor = Math.pow(ZOOM_STEP, event.getDeltaY() / 40);
      view.zoomAt(event.getX(), event.getY(), factor);
    }
    event.consume();
  }
}
