package org.iommuscope.app.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Figure;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.ui.why.WhyViewModel;
import org.iommuscope.app.workspace.Exported;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.model.topology.DeviceRef;

/** The tree picture: what is seen of it, what lies over it, and where somebody has been in it. */
public final class DiagramView extends Pane {

  private static final double ZOOM_STEP = 1.2;
  private static final double MAP_MARGIN = 12;

  private final DiagramViewModel model;
  private final Fonts fonts;
  private final PictureTiles picture;
  private final Canvas overlay = new Canvas();
  private final DiagramOverlay highlights;
  private final Minimap map;
  private final Region frame = new Region();
  private final BooleanProperty mapShown = new SimpleBooleanProperty(true);
  private final Travels<Place> travels = new Travels<>();
  private final List<GraphNode> touched = new ArrayList<>();
  private Palette palette = Palette.LIGHT;
  private Camera camera = Camera.START;
  private boolean fitted;
  private boolean travelling;

  public DiagramView(DiagramViewModel model, Fonts fonts) {
    this.model = model;
    this.fonts = fonts;
    picture = new PictureTiles(fonts);
    map = new Minimap(fonts, this::lookAround);
    setId("diagram");
    getStyleClass().add("diagram");
    setFocusTraversable(true);
    overlay.setMouseTransparent(true);
    frame.getStyleClass().add("focus-frame");
    frame.setMouseTransparent(true);
    frame.visibleProperty().bind(focusVisibleProperty());
    getChildren().addAll(picture, overlay, map, frame);
    highlights = new DiagramOverlay(model, fonts, overlay);
    redraw();
    model.sceneryProperty().subscribe(this::sceneryChanged);
    model.workspace().sessionProperty().subscribe(this::sessionChanged);
    model.find().matchesProperty().subscribe(found -> requestLayout());
    model.filter().outcomeProperty().subscribe(outcome -> requestLayout());
    model.drag().carriedProperty().subscribe(carried -> requestLayout());
    mapShown.subscribe(shown -> requestLayout());
    focusedProperty().subscribe(focused -> requestLayout());
    new DiagramMouse(this, model).listen();
    new DiagramKeys(this, model).listen();
  }

  /** Draws in the colours of a theme. */
  public void setPalette(Palette changed) {
    palette = changed;
    highlights.setPalette(changed);
    redraw();
  }

  /** Marks the rows that are the reason for a group, while somebody asks. */
  public void showReasons(WhyViewModel reasons) {
    reasons
        .whyProperty()
        .subscribe(why -> {
          highlights.setWhy(why);
          requestLayout();
        });
  }

  /** Where a device's row is seen, in the view's own coordinates. */
  public Optional<Bounds> rowOf(DeviceRef device) {
    return scenery()
        .rowOf(device)
        .map(camera::inView)
        .map(row -> new BoundingBox(row.x(), row.y(), row.width(), row.height()));
  }

  /** Whether the small map may be shown. */
  public BooleanProperty mapShownProperty() {
    return mapShown;
  }

  public ReadOnlyBooleanProperty canGoBackProperty() {
    return travels.backProperty();
  }

  public ReadOnlyBooleanProperty canGoForwardProperty() {
    return travels.forwardProperty();
  }

  public void goBack() {
    travels.back(here()).ifPresent(this::travelTo);
  }

  public void goForward() {
    travels.forward(here()).ifPresent(this::travelTo);
  }

  /** What the signs of the picture mean. */
  public Region legend(double width) {
    Drawing signs = model.sceneryProperty().get().drawing().legend(width);
    PictureTiles tiles = new PictureTiles(fonts);
    tiles.setId("legend");
    tiles.setAccessibleText(
        signs.figures().stream().map(Figure::title).collect(Collectors.joining(", ")));
    tiles.setMinSize(signs.bounds().width(), signs.bounds().height());
    tiles.setPrefSize(signs.bounds().width(), signs.bounds().height());
    tiles.setMaxSize(signs.bounds().width(), signs.bounds().height());
    tiles.show(signs, palette);
    return tiles;
  }

  public void fitAll() {
    travels.leave(here());
    look(Camera.fitting(scenery().drawing().bounds(), getWidth(), getHeight()));
  }

  public void fitSelection() {
    model.workspace().session().selection().stream()
        .flatMap(device -> scenery().rowOf(device).stream())
        .reduce(Box::around)
        .ifPresent(box -> {
          travels.leave(here());
          look(Camera.fitting(box.grow(40), getWidth(), getHeight()));
        });
  }

  public void zoomIn() {
    zoomAt(getWidth() / 2, getHeight() / 2, ZOOM_STEP);
  }

  public void zoomOut() {
    zoomAt(getWidth() / 2, getHeight() / 2, 1 / ZOOM_STEP);
  }

  void zoomAt(double x, double y, double factor) {
    look(camera.zoomedAt(x, y, factor));
  }

  void pan(double dx, double dy) {
    look(camera.panned(dx, dy));
  }

  /** Lights what belongs to a device. */
  void hover(Optional<DeviceRef> device) {
    if (highlights.hover(device)) {
      requestLayout();
    }
  }

  /** The device at a point of the view. */
  public Optional<DeviceRef> deviceAt(double x, double y) {
    return scenery().deviceAt(camera.worldX(x), camera.worldY(y));
  }

  Optional<GraphNode> nodeAt(double x, double y) {
    return scenery().nodeAt(camera.worldX(x), camera.worldY(y));
  }

  /** What is at a point of the view, in one sentence; empty on the bare ground. */
  String titleAt(double x, double y) {
    return scenery().drawing().at(camera.worldX(x), camera.worldY(y)).map(Figure::title).orElse("");
  }

  Optional<Folds.Handle> handleAt(double x, double y) {
    return FoldHandles.at(scenery(), camera, x, y);
  }

  /** Opens or closes a row, which stays where it is. */
  void toggle(Folds.Handle handle) {
    touched.addFirst(handle.at());
    model.toggle(handle);
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
    frame.resizeRelocate(0, 0, getWidth(), getHeight());
    if (!fitted && getWidth() > 0) {
      fitted = true;
      look(Camera.fitting(scenery().drawing().bounds(), getWidth(), getHeight()));
    }
    if (overlay.getWidth() != getWidth() || overlay.getHeight() != getHeight()) {
      overlay.setWidth(getWidth());
      overlay.setHeight(getHeight());
    }
    highlights.paint(camera);
    layoutMap();
  }

  private void layoutMap() {
    double width = map.prefWidth(-1);
    double height = map.prefHeight(-1);
    map.resizeRelocate(
        getWidth() - width - MAP_MARGIN, getHeight() - height - MAP_MARGIN, width, height);
    map.frame(camera.seen(getWidth(), getHeight()));
    map.setVisible(map.isVisible() && mapShown.get());
  }

  private Scenery scenery() {
    return model.sceneryProperty().get();
  }

  private Place here() {
    return new Place(model.workspace().session().selection(), camera);
  }

  private void travelTo(Place place) {
    travelling = true;
    model.selectAll(place.selection());
    travelling = false;
    look(place.camera());
  }

  private void lookAround(Point2D middle) {
    Box seen = camera.seen(getWidth(), getHeight());
    look(
        new Camera(
            middle.getX() - seen.width() / 2, middle.getY() - seen.height() / 2, camera.zoom()));
  }

  private void look(Camera changed) {
    camera = changed;
    picture.look(camera.x(), camera.y(), camera.zoom());
    requestLayout();
  }

  private void redraw() {
    picture.show(scenery().drawing(), palette);
    map.show(scenery().drawing(), palette);
    requestLayout();
  }

  private void sceneryChanged(Scenery before, Scenery now) {
    if (!now.isOfHostIn(before)) {
      fitted = false;
      travels.forget();
    } else {
      Box seen = camera.seen(getWidth(), getHeight());
      look(Anchor.held(before, now, camera, seen, heldIn(now)));
    }
    touched.clear();
    redraw();
  }

  /** What shall stay where it is, the best first: what was touched, then what is selected. */
  private List<GraphNode> heldIn(Scenery now) {
    List<GraphNode> held = new ArrayList<>(touched);
    highlights.hovered().flatMap(now.graph()::device).ifPresent(held::add);
    model.selected().flatMap(now.graph()::device).ifPresent(held::add);
    return held;
  }

  private void sessionChanged(Session before, Session now) {
    if (!before.selection().equals(now.selection()) && !travelling) {
      if (now.isOfSameSource(before)) {
        travels.leave(new Place(before.selection(), camera));
      }
      now.selection().stream()
          .findFirst()
          .flatMap(scenery()::rowOf)
          .ifPresent(row -> look(camera.revealing(row, getWidth(), getHeight())));
    }
    requestLayout();
  }
}
