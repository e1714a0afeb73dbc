package org.iommuscope.app.ui.diagram;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.iommuscope.app.canvas.Fonts;
import org.iommuscope.app.drawing.Ink;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.drawing.Role;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.TextStyle;
import org.iommuscope.app.ui.filter.FilterViewModel;
import org.iommuscope.app.ui.why.Why;
import org.iommuscope.app.ui.why.WhyMark;
import org.iommuscope.app.workspace.GroupMate;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.IommuGroup;

/** What lies over the picture for a moment: selection, search, hover and the group in a drag. */
final class DiagramOverlay {

  private static final Color SELECTED = Color.web("#0969da");
  private static final Color FOUND = Color.web("#d4a017");
  private static final Color GLOW = Color.web("#0969da", 0.22);
  private static final Color TAG = Color.web("#0969da");
  private static final Color WARNING = Color.web("#bc4c00");
  private static final Color PARTS = Color.web("#1a7f37");
  private static final double FADED = 0.78;
  private static final double CORNER = 7;
  private static final double TAG_HEIGHT = 18;
  private static final double TAG_PADDING = 8;

  private final DiagramViewModel model;
  private final Fonts fonts;
  private final Canvas canvas;
  private Palette palette = Palette.LIGHT;
  private Optional<DeviceRef> hovered = Optional.empty();
  private Optional<Why> why = Optional.empty();

  DiagramOverlay(DiagramViewModel model, Fonts fonts, Canvas canvas) {
    this.model = model;
    this.fonts = fonts;
    this.canvas = canvas;
  }

  Optional<DeviceRef> hovered() {
    return hovered;
  }

  void setPalette(Palette changed) {
    palette = changed;
  }

  /** Tells which device the pointer is on; true where that changes what is lit. */
  boolean hover(Optional<DeviceRef> device) {
    boolean changed = !device.equals(hovered);
    hovered = device;
    return changed;
  }

  /** Shows the reason for a group. */
  void setWhy(Optional<Why> reason) {
    why = reason;
  }

  void paint(Camera camera) {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    dim(pen, camera);
    Proposals carried = model.drag().carried().orElse(null);
    if (carried == null) {
      hovered.ifPresent(device -> lightRelations(pen, camera, device));
    } else {
      paintCarried(pen, camera, carried);
    }
    why.ifPresent(reason -> paintWhy(pen, camera, reason));
    FoldHandles.paint(pen, model.sceneryProperty().get(), camera, palette, seen(camera));
    outline(pen, camera, model.find().matchesProperty().get(), FOUND, 2);
    outline(pen, camera, model.workspace().session().selection(), SELECTED, 2.5);
  }

  /** Covers the rows in sight of which no device passes the filters. */
  private void dim(GraphicsContext pen, Camera camera) {
    FilterViewModel.Outcome outcome = model.filter().outcomeProperty().get();
    if (outcome.passing().isEmpty()) {
      return;
    }
    int ground = palette.rgb(Ink.of(Role.BACKGROUND));
    pen.setFill(Color.rgb(ground >> 16, ground >> 8 & 0xff, ground & 0xff, FADED));
    for (Scenery.SeenRow row : model.sceneryProperty().get().rowsIn(seen(camera))) {
      if (row.devices().stream().noneMatch(outcome::shows)) {
        Box box = camera.inView(row.box());
        pen.fillRect(box.x(), box.y(), box.width(), box.height());
      }
    }
  }

  /** The mates of its group as patches of light, and the way to the root as a line. */
  private void lightRelations(GraphicsContext pen, Camera camera, DeviceRef device) {
    fill(pen, camera, groupOf(device));
    new PathLight(pen, model.sceneryProperty().get(), camera).paint(device);
  }

  private Box seen(Camera camera) {
    return camera.seen(canvas.getWidth(), canvas.getHeight());
  }

  private void paintCarried(GraphicsContext pen, Camera camera, Proposals carried) {
    Set<DeviceRef> glowing = new LinkedHashSet<>();
    carried.devices().forEach(device -> glowing.addAll(groupOf(device)));
    fill(pen, camera, glowing);
    for (GroupMate mate : carried.mates()) {
      model
          .sceneryProperty()
          .get()
          .rowOf(mate.device())
          .ifPresent(row -> tag(pen, camera.inView(row), mate.part().words(), color(mate.part())));
    }
  }

  private static Color color(GroupMate.Part part) {
    return part == GroupMate.Part.MUST_LEAVE_DRIVER ? WARNING : TAG;
  }

  /** The group in a light, and beside the rows that are its reason what they do. */
  private void paintWhy(GraphicsContext pen, Camera camera, Why reason) {
    reason.devices().forEach(device -> fill(pen, camera, groupOf(device)));
    for (WhyMark mark : reason.marks()) {
      Color color = mark.parts() ? PARTS : WARNING;
      outline(pen, camera, List.of(mark.function()), color, 2.5);
      rows(camera, List.of(mark.function())).forEach(row -> tag(pen, row, mark.words(), color));
    }
  }

  private Collection<DeviceRef> groupOf(DeviceRef device) {
    return model
        .workspace()
        .judgement()
        .host()
        .groupOf(device)
        .<Collection<DeviceRef>>map(IommuGroup::members)
        .orElse(List.of(device));
  }

  private void fill(GraphicsContext pen, Camera camera, Collection<DeviceRef> devices) {
    pen.setFill(GLOW);
    for (Box row : rows(camera, devices)) {
      Box glow = row.grow(4);
      pen.fillRoundRect(glow.x(), glow.y(), glow.width(), glow.height(), CORNER, CORNER);
    }
  }

  private void outline(
      GraphicsContext pen,
      Camera camera,
      Collection<DeviceRef> devices,
      Color color,
      double width) {
    pen.setStroke(color);
    pen.setLineWidth(width);
    for (Box row : rows(camera, devices)) {
      Box line = row.grow(1.5);
      pen.strokeRoundRect(line.x(), line.y(), line.width(), line.height(), CORNER, CORNER);
    }
  }

  /** Words at the right end of a row. */
  private void tag(GraphicsContext pen, Box row, String words, Color color) {
    pen.setFont(fonts.of(TextStyle.PILL));
    double width = model.measure().width(words, TextStyle.PILL) + 2 * TAG_PADDING;
    double x = row.right() + 6;
    double y = row.middle() - TAG_HEIGHT / 2;
    pen.setFill(color);
    pen.fillRoundRect(x, y, width, TAG_HEIGHT, TAG_HEIGHT, TAG_HEIGHT);
    pen.setFill(Color.WHITE);
    pen.fillText(words, x + TAG_PADDING, y + 12.5);
  }

  private List<Box> rows(Camera camera, Collection<DeviceRef> devices) {
    Scenery scenery = model.sceneryProperty().get();
    return devices.stream()
        .flatMap(device -> scenery.rowOf(device).stream())
        .distinct()
        .map(camera::inView)
        .toList();
  }
}
