package org.iommuscope.app.ui.completeness;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.iommuscope.app.workspace.ToldKinds;

/** A bar for each kind of fact: full, half or empty. */
final class MeterMark extends HBox {

  MeterMark() {
    getStyleClass().add("meter");
  }

  void show(List<ToldKinds.Extent> extents) {
    getChildren()
        .setAll(
            extents.stream()
                .filter(extent -> extent != ToldKinds.Extent.NONE_TO_TELL)
                .map(MeterMark::bar)
                .toList());
  }

  static Region bar(ToldKinds.Extent extent) {
    Region bar = new Region();
    bar.getStyleClass().addAll("bar", extent.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return bar;
  }
}
