package org.iommuscope.app.ui.diagram;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.ui.drag.DragSource;
import org.iommuscope.app.workspace.Exported;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.model.topology.DeviceRef;

/** The tree picture: wheel to zoom, drag the ground to pan, drag a device to a guest. */
public final class DiagramView extends Pane {

  private static final double ZOOM_STEP = 1.2;

  private final DiagramViewModel model;
  private final PictureTiles picture;
  private final Canvas overlay = new Canvas();
  private final DiagramOverlay highlights;
  private Palette palette = Palette.LIGHT;
  private Camera camera = Camera.START;
  private boolean fitted;
  private Point2D pressed = Point2D.ZERO;
  private boolean panning;

  public DiagramView(DiagramViewModel model, Fonts fonts) {
    this.model = model;
    picture = new PictureTiles(fonts);
    setId("diagram");
    getStyleClass().add("diagram");
    setFocusTraversable(true);
    overlay.setMouseTransparent(true);
    getChildren().addAll(picture, overlay);
    highlights = new DiagramOverlay(model, fonts, overlay);
    redraw();
    model.sceneryProperty().subscribe(this::sceneryChanged);
    model.workspace().sessionProperty().subscribe(this::sessionChanged);
    model.find().matchesProperty().subscribe(found -> requestLayout());
    model.drag().carriedProperty().subscribe(carried -> requestLayout());
    DragSource.install(this, model.drag(), this::deviceToDrag);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragGround);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_EXITED, this::leave);
    setOnMouseDragReleased(this::drop);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Draws in the colours of a theme. */
  public void setPalette(Palette changed) {
    palette = changed;
    redraw();
  }

  /** Where a device's row is seen, in the view's own coordinates. */
  public Optional<Bounds> rowOf(DeviceRef device) {
    return model
        .sceneryProperty()
        .get()
        .rowOf(device)
        .map(camera::inView)
        .map(row -> new BoundingBox(row.x(), row.y(), row.width(), row.height()));
  }

  public void fitAll() {
    look(Camera.fitting(model.sceneryProperty().get().drawing().bounds(), getWidth(), getHeight()));
  }

  public void fitSelection() {
    model.workspace().session().selection().stream()
        .flatMap(device -> model.sceneryProperty().get().rowOf(device).stream())
        .reduce(Box::around)
        .ifPresent(box -> look(Camera.fitting(box.grow(40), getWidth(), getHeight())));
  }

  public void zoomIn() {
    look(camera.zoomedAt(getWidth() / 2, getHeight() / 2, ZOOM_STEP));
  }

  public void zoomOut() {
    look(camera.zoomedAt(getWidth() / 2, getHeight() / 2, 1 / ZOOM_STEP));
  }

  /** The whole picture with its legend, as it is folded now; made where it is asked for. */
  public Supplier<PictureRequest> wholePicture() {
    return model.wholePicture(palette);
  }

  /** What of the picture is seen now, as large as it is seen. */
  public Supplier<PictureRequest> seenPicture() {
    Drawing drawing = model.sceneryProperty().get().drawing();
    Box seen = camera.seen(getWidth(), getHeight()).within(drawing.bounds());
    PictureRequest picture =
        PictureRequest.of(Exported.subject(model.workspace().judgement()), drawing, palette)
            .showing(seen)
            .scaledTo(camera.zoom());
    return () -> picture;
  }

  @Override
  protected void layoutChildren() {
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
    if (!fitted && getWidth() > 0) {
      fitted = true;
      fitAll();
    }
    if (overlay.getWidth() != getWidth() || overlay.getHeight() != getHeight()) {
      overlay.setWidth(getWidth());
      overlay.setHeight(getHeight());
    }
    highlights.paint(camera);
  }

  private void look(Camera changed) {
    camera = changed;
    picture.look(camera.x(), camera.y(), camera.zoom());
    requestLayout();
  }

  private void redraw() {
    picture.show(model.sceneryProperty().get().drawing(), palette);
    requestLayout();
  }

  private void sceneryChanged(Scenery before, Scenery now) {
    if (before.graph().host() != now.graph().host()) {
      fitted = false;
    }
    redraw();
  }

  private void sessionChanged(Session before, Session now) {
    if (!before.selection().equals(now.selection())) {
      now.selection().stream()
          .findFirst()
          .flatMap(device -> model.sceneryProperty().get().rowOf(device))
          .ifPresent(row -> look(camera.revealing(row, getWidth(), getHeight())));
    }
    requestLayout();
  }

  private Optional<DeviceRef> deviceToDrag(MouseEvent event) {
    return panning ? Optional.empty() : deviceAt(pressed.getX(), pressed.getY());
  }

  private Optional<DeviceRef> deviceAt(double x, double y) {
    return model.sceneryProperty().get().deviceAt(camera.worldX(x), camera.worldY(y));
  }

  private void press(MouseEvent event) {
    requestFocus();
    pressed = new Point2D(event.getX(), event.getY());
    panning =
        event.getButton() == MouseButton.MIDDLE || deviceAt(event.getX(), event.getY()).isEmpty();
  }

  private void dragGround(MouseEvent event) {
    if (panning) {
      look(camera.panned(event.getX() - pressed.getX(), event.getY() - pressed.getY()));
      pressed = new Point2D(event.getX(), event.getY());
    }
  }

  private void drop(MouseDragEvent event) {
    if (deviceAt(event.getX(), event.getY()).isEmpty()) {
      model.dropOnGround();
    } else {
      model.drag().cancel();
    }
    event.consume();
  }

  private void click(MouseEvent event) {
    if (!event.isStillSincePress() || event.getButton() == MouseButton.MIDDLE) {
      return;
    }
    double x = camera.worldX(event.getX());
    double y = camera.worldY(event.getY());
    Scenery scenery = model.sceneryProperty().get();
    if (scenery.nodeAt(x, y).orElse(null) instanceof FoldNode fold && event.getClickCount() == 2) {
      model.open(fold);
      return;
    }
    scenery
        .deviceAt(x, y)
        .ifPresentOrElse(device -> select(device, event.isShortcutDown()), model::selectNothing);
  }

  private void select(DeviceRef device, boolean together) {
    if (together) {
      model.toggle(device);
    } else {
      model.select(device);
    }
  }

  private void hover(MouseEvent event) {
    if (highlights.hover(deviceAt(event.getX(), event.getY()))) {
      requestLayout();
    }
  }

  private void leave(MouseEvent event) {
    if (highlights.hover(Optional.empty())) {
      requestLayout();
    }
  }

  private void scroll(ScrollEvent event) {
    if (event.isShiftDown()) {
      look(camera.panned(event.getDeltaX() + event.getDeltaY(), 0));
    } else {
      double factor = Math.pow(ZOOM_STEP, event.getDeltaY() / 40);
      look(camera.zoomedAt(event.getX(), event.getY(), factor));
    }
    event.consume();
  }

  private void step(KeyEvent event, int rows) {
    if (event.isShiftDown()) {
      model.extend(rows);
    } else {
      model.step(rows);
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> look(camera.panned(60, 0));
      case RIGHT -> look(camera.panned(-60, 0));
      case UP -> step(event, -1);
      case DOWN -> step(event, 1);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
