package org.iommuscope.app.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The version, what the program is, and under which licences its parts are. */
public final class AboutView extends VBox {

  private static final double WIDTH = 760;

  public AboutView(String version, List<Licence> licences) {
    setId("about");
    getStyleClass().add("about");
    setPrefWidth(WIDTH);
    Label name = new Label("iommuscope " + version);
    name.getStyleClass().add("guest-name");
    Label what =
        new Label(
            "Shows which devices of a host share an IOMMU group, and tells before a guest starts"
                + " whether the kernel and QEMU will give it the devices of a plan. It reads a host"
                + " and never changes it.");
    what.setWrapText(true);
    Label parts = new Label("Made with");
    parts.getStyleClass().add("headline");
    getChildren().addAll(name, what, parts, table(licences));
  }

  private static GridPane table(List<Licence> licences) {
    GridPane table = new GridPane();
    table.getStyleClass().add("licences");
    int row = 0;
    for (Licence licence : licences) {
      Label version = new Label(licence.version());
      version.getStyleClass().add("muted");
      version.setMinWidth(USE_PREF_SIZE);
      Label text = new Label(licence.licence());
      text.setMinWidth(USE_PREF_SIZE);
      table.addRow(row++, new Label(licence.part()), version, text);
    }
    return table;
  }
}
