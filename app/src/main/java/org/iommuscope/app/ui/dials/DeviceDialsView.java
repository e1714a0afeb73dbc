package org.iommuscope.app.ui.dials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.app.ui.sign.NodeId;
import org.iommuscope.app.ui.sign.Sentence;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.topology.PciAddress;

/** The dials of one device; those that make sense of it. */
final class DeviceDialsView extends VBox {

  private static final String NO_DRIVER = "no driver";

  private final DialsViewModel model;
  private final DeviceDials device;
  private final DialGrid grid = new DialGrid();

  DeviceDialsView(DialsViewModel model, DeviceDials device, AcsOverride override) {
    this.model = model;
    this.device = device;
    Sentence title = new Sentence(DeviceNames.shortRef(device.device()) + " " + device.name());
    title.getStyleClass().add("inspector-title");
    getChildren().addAll(title, grid);
    device.vfs().ifPresent(this::addVfs);
    device.driver().ifPresent(this::addDriver);
    device.slot().ifPresent(this::addSlot);
    device.ids().ifPresent(ids -> addBelief(ids, override));
    device.mdevs().forEach(this::addType);
    if (device.isMdev()) {
      addButton("Imagine it removed", "dial-remove-mdev", () -> model.removeMdev(device.device()));
    }
  }

  private void addVfs(DeviceDials.Vfs vfs) {
    Spinner<Integer> count = new Spinner<>(0, vfs.most(), vfs.wanted());
    count.setEditable(true);
    count
        .valueProperty()
        .subscribe(wanted -> {
          if (wanted != vfs.wanted()) {
            model.setVfs(device.device(), vfs.now(), wanted);
          }
        });
    grid.add(
        "VFs",
        "dial-vfs",
        count,
        "How many virtual functions the port has; " + vfs.most() + " at most.");
  }

  private void addDriver(DeviceDials.Driver driver) {
    ComboBox<String> choice = new ComboBox<>();
    List<String> names = new ArrayList<>(List.of(NO_DRIVER));
    names.addAll(driver.choices());
    choice.getItems().setAll(names);
    choice.setValue(named(driver.wanted().orElse(driver.now())));
    choice.setOnAction(chosen -> {
      String name = choice.getValue().equals(NO_DRIVER) ? "" : choice.getValue();
      model.setDriver(
          device.device(), Optional.of(name).filter(text -> !text.equals(driver.now())));
    });
    grid.add("Driver", "dial-driver", choice, "Another driver than the captured one.");
  }

  private static String named(String driver) {
    return driver.isEmpty() ? NO_DRIVER : driver;
  }

  private void addSlot(DeviceDials.Slot slot) {
    ComboBox<String> choice = new ComboBox<>();
    String asCaptured = "below " + slot.now() + ", as captured";
    List<String> slots = new ArrayList<>(List.of(asCaptured));
    slot.free().stream().map(bridge -> "below " + bridge).forEach(slots::add);
    slot.wanted()
        .map(bridge -> "below " + bridge)
        .filter(w -> !slots.contains(w))
        .ifPresent(slots::add);
    choice.getItems().setAll(slots);
    choice.setValue(slot.wanted().map(bridge -> "below " + bridge).orElse(asCaptured));
    choice.setOnAction(chosen ->
        model.setSlot(
            device.device(), PciAddress.parse(choice.getValue().replaceFirst("^below ", ""))));
    grid.add(
        "Slot",
        "dial-slot",
        choice,
        slot.free().isEmpty()
            ? "No slot of this host is free for the card."
            : "The whole card in a slot that is free.");
  }

  private void addBelief(String ids, AcsOverride override) {
    CheckBox believed = new CheckBox("Each " + ids + " isolates");
    believed.setId("dial-believe");
    believed.setSelected(override.ids().contains(ids));
    believed.setOnAction(chosen -> model.setBelieved(ids, believed.isSelected()));
    grid.add("Override", "dial-believe", believed, "pcie_acs_override=id:" + ids);
  }

  private void addType(DeviceDials.Mdev type) {
    addButton(
        "Imagine one more " + type.words(),
        NodeId.of("dial-mdev", type.type()),
        () -> model.addMdev(device.device(), type.type()));
  }

  private void addButton(String text, String id, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setWrapText(true);
    button.setOnAction(pressed -> action.run());
    getChildren().add(button);
  }
}
