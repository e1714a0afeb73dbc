package org.iommuscope.app.ui.dials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.iommuscope.model.grouping.AcsOverride;

/** The dials of the whole host: what its kernel believes, and which kernel it is. */
final class HostDialsView extends VBox {

  private static final String AS_CAPTURED = "as captured";

  private final DialsViewModel model;
  private final CheckBox ports = new CheckBox("Ports without ACS isolate (downstream)");
  private final CheckBox functions =
      new CheckBox("Functions of one device isolate (multifunction)");
  private final ComboBox<String> kernel = new ComboBox<>();
  private AcsOverride shown = AcsOverride.NONE;
  private boolean showing;

  HostDialsView(DialsViewModel model) {
    this.model = model;
    getStyleClass().add("dials-part");
    ports.setId("dial-downstream");
    functions.setId("dial-multifunction");
    ports.setOnAction(chosen -> override());
    functions.setOnAction(chosen -> override());
    List<String> kernels = new ArrayList<>(List.of(AS_CAPTURED));
    kernels.addAll(DialsViewModel.KERNELS);
    kernel.getItems().setAll(kernels);
    DialGrid grid = new DialGrid();
    grid.add("Kernel", "dial-kernel", kernel, "Linux of another version; the profile follows it.");
    kernel
        .valueProperty()
        .subscribe(release -> {
          if (!showing && release != null) {
            model.setKernel(Optional.of(release).filter(text -> !text.equals(AS_CAPTURED)));
          }
        });
    getChildren()
        .addAll(
            DialsView.title("If the kernel believed (pcie_acs_override)"), ports, functions, grid);
  }

  private void override() {
    model.setOverride(new AcsOverride(ports.isSelected(), functions.isSelected(), shown.ids()));
  }

  void show(DialsViewModel.Content content) {
    showing = true;
    shown = content.override();
    ports.setSelected(shown.downstream());
    functions.setSelected(shown.multifunction());
    kernel.setValue(content.kernel().orElse(AS_CAPTURED));
    showing = false;
  }
}
