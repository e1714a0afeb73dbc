package org.iommuscope.app.ui.completeness;

import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.iommuscope.app.workspace.ToldKinds.Gap;

/** The meter where it is always seen; it opens the sheet. */
public final class CompletenessSign extends Button {

  private final MeterMark meter = new MeterMark();

  public CompletenessSign(CompletenessViewModel model, Runnable open) {
    setId("completeness-sign");
    getStyleClass().addAll("flat", "small-action");
    setGraphic(meter);
    setOnAction(pressed -> open.run());
    Tooltip tooltip = new Tooltip();
    setTooltip(tooltip);
    model
        .contentProperty()
        .subscribe(content -> {
          meter.show(content.extents());
          setText(CompletenessViewModel.summary(content));
          tooltip.setText(
              content.gaps().isEmpty()
                  ? "The capture tells every kind of fact that rules ask for"
                  : "Not told, or not of every device: "
                      + content.gaps().stream().map(Gap::title).collect(Collectors.joining(", ")));
        });
  }
}
