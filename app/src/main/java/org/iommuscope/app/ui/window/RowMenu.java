package org.iommuscope.app.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.iommuscope.app.ui.diagram.DiagramView;
import org.iommuscope.app.ui.filter.Trait;
import org.iommuscope.app.ui.filter.Wanted;
import org.iommuscope.app.ui.inspector.DeviceCopying;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Session;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;

/** What can be done with a device's row, in the tree and in the table. */
final class RowMenu {

  private final Models models;
  private final DiagramView diagram;
  private final Runnable inspect;
  private final ContextMenu menu = new ContextMenu();

  /**
   * A menu for rows of these views.
   *
   * @param inspect shows the facts of what is selected
   */
  RowMenu(Models models, DiagramView diagram, Runnable inspect) {
    this.models = models;
    this.diagram = diagram;
    this.inspect = inspect;
    menu.setId("row-menu");
  }

  /** Opens where a view is asked for its menu on a device's row. */
  void installOn(Node view, Function<ContextMenuEvent, Optional<DeviceRef>> deviceAt) {
    view.setOnContextMenuRequested(asked -> {
      Optional<DeviceRef> device = asked.isKeyboardTrigger() ? selected() : deviceAt.apply(asked);
      device.ifPresent(ref -> show(view, ref, asked.getScreenX(), asked.getScreenY()));
      asked.consume();
    });
  }

  /** Opens beside the row of the device selected first. */
  void showForSelection() {
    selected().ifPresent(this::showBeside);
  }

  private void showBeside(DeviceRef device) {
    Bounds view = diagram.getLayoutBounds();
    Bounds row = diagram.rowOf(device).orElse(view);
    double x = Math.clamp(row.getMinX() + 80, 0, view.getWidth());
    double y = Math.clamp(row.getMaxY(), 0, view.getHeight());
    Point2D at = diagram.localToScreen(x, y);
    show(diagram, device, at.getX(), at.getY());
  }

  private void show(Node view, DeviceRef device, double x, double y) {
    Session session = models.workspace().session();
    if (!session.selection().contains(device)) {
      models.workspace().perform(Intent.Select.of(device));
    }
    models
        .workspace()
        .judgement()
        .host()
        .device(device)
        .ifPresent(known -> {
          menu.getItems().setAll(items(known));
          menu.show(view, x, y);
        });
  }

  private Optional<DeviceRef> selected() {
    return models.workspace().session().selection().stream().findFirst();
  }

  private List<MenuItem> items(HostDevice device) {
    return Stream.of(
            Stream.of(
                item("Assign to a guest…", () -> models.assign().askForSelection()),
                item("Inspect", inspect),
                item("Why this group", () -> models.why().show()),
                item("Select its whole group", this::selectGroup)),
            Stream.of(
                item("Zoom to it", diagram::fitSelection),
                item("Open or close its row", () -> models.diagram().toggleSelected())),
            filters(device),
            Stream.of(
                item("Copy the address", models.copying()::copyAddress),
                copying("Copy the sysfs path", DeviceCopying.Kind.PATH),
                copying("Copy libvirt XML", DeviceCopying.Kind.LIBVIRT),
                copying("Copy the QEMU argument", DeviceCopying.Kind.QEMU)))
        .reduce(
            Stream.of(), (above, below) -> Stream.concat(Stream.concat(above, separator()), below))
        .skip(1)
        .toList();
  }

  private Stream<MenuItem> filters(HostDevice device) {
    return Stream.of(Trait.CLASS, Trait.DRIVER, Trait.NUMA_NODE)
        .flatMap(trait ->
            models.filter().valueOf(trait, device).stream().map(value -> new Wanted(trait, value)))
        .map(wanted -> item("Only " + wanted.words(), () -> models.filter().toggle(wanted)));
  }

  private void selectGroup() {
    models.workspace().perform(Intent.Select.all(models.workspace().session().selectedGroups()));
  }

  /** Nothing to choose where the selected devices have no such text, as bridges. */
  private MenuItem copying(String text, DeviceCopying.Kind kind) {
    MenuItem item = item(text, () -> models.copying().copy(kind));
    item.setDisable(!models.copying().has(kind));
    return item;
  }

  private static Stream<MenuItem> separator() {
    return Stream.of(new SeparatorMenuItem());
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setId(NodeId.of("row", text.toLowerCase(java.util.Locale.ROOT)));
    item.setOnAction(chosen -> action.run());
    return item;
  }
}
