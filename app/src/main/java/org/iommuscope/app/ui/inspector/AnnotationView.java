package org.iommuscope.app.ui.inspector;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.iommuscope.model.plan.Annotation;
import org.jspecify.annotations.Nullable;

/** The facts that sysfs does not show, as controls: what is chosen here is part of the plan. */
final class AnnotationView extends TitledPane {

  private static final String TITLE = "What sysfs does not show";

  private final AnnotationViewModel model;
  private final GridPane grid = new GridPane();
  private final ComboBox<Behind> behind = new ComboBox<>();
  private final ComboBox<Said> aux = truth("aux", Annotation::withAux);
  private final ComboBox<Said> lends = truth("donates", Annotation::withDonates);
  private final ComboBox<Said> coherent = truth("cacheCoherent", Annotation::withCacheCoherent);
  private final TextField holder = new TextField();
  private boolean showing;
  private @Nullable Form form;

  /** Which controls make sense of a device. */
  private record Form(boolean mdev, boolean mayLend) {}

  AnnotationView(AnnotationViewModel model) {
    this.model = model;
    setId("annotations");
    setAnimated(false);
    setExpanded(false);
    getStyleClass().add("annotations");
    grid.getStyleClass().add("annotation-grid");
    setContent(grid);
    behind.setId("annotate-iommuDevice");
    onChoice(behind, known -> known.withIommuDevice(behind.getValue().device()));
    holder.setId("annotate-heldBy");
    holder.setPromptText("nobody that is known");
    holder.setOnAction(entered -> tellHolder());
    holder
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is) {
            tellHolder();
          }
        });
    model.knownProperty().subscribe(this::show);
  }

  private void show(AnnotationViewModel.@Nullable Known known) {
    setVisible(known != null);
    setManaged(known != null);
    if (known == null) {
      return;
    }
    showing = true;
    Annotation said = known.annotation();
    setText(said.equals(Annotation.NONE) ? TITLE : TITLE + ", as the plan tells");
    if (!behind.getItems().equals(known.behind().stream().map(Behind::new).toList())) {
      behind.getItems().setAll(known.behind().stream().map(Behind::new).toList());
    }
    behind.setValue(new Behind(said.iommuDevice()));
    aux.setValue(Said.of(said.aux()));
    lends.setValue(Said.of(said.donates()));
    coherent.setValue(Said.of(said.cacheCoherent()));
    holder.setText(said.heldBy().orElse(""));
    layOut(known);
    showing = false;
  }

  /** Only what makes sense of such a device. */
  private void layOut(AnnotationViewModel.Known known) {
    Form wanted = new Form(known.isMdev(), known.mayLend());
    if (wanted.equals(form)) {
      return;
    }
    form = wanted;
    grid.getChildren().clear();
    if (known.isMdev()) {
      add("Backed by", behind, "The physical device whose IOMMU context isolates this mdev.");
    }
    if (known.isMdev() || known.mayLend()) {
      add("Auxiliary domains", aux, "Domains beside the device's own, one for each of its mdevs.");
    }
    if (known.mayLend()) {
      add("Lends its group", lends, "Whether the driver lends the device's group to its mdev.");
    }
    add("Group held by", holder, "Who has the device's group open already.");
    if (!known.isMdev()) {
      add("Cache-coherent DMA", coherent, "Whether the IOMMU keeps the device's DMA coherent.");
    }
  }

  private void add(String name, Control control, String meaning) {
    Label label = new Label(name);
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(control);
    label.setTooltip(new Tooltip(meaning));
    control.setTooltip(new Tooltip(meaning));
    control.setAccessibleText(name + ". " + meaning);
    control.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(control, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, control);
  }

  private void tellHolder() {
    String name = holder.getText().strip();
    tell(known -> known.withHeldBy(Optional.of(name).filter(text -> !text.isEmpty())));
  }

  private void tell(UnaryOperator<Annotation> change) {
    AnnotationViewModel.Known known = model.knownProperty().get();
    if (!showing && known != null) {
      model.annotate(change.apply(known.annotation()));
    }
  }

  private ComboBox<Said> truth(
      String key, BiFunction<Annotation, Optional<Boolean>, Annotation> change) {
    ComboBox<Said> box = new ComboBox<>();
    box.setId("annotate-" + key);
    box.getItems().setAll(Said.values());
    onChoice(box, known -> change.apply(known, box.getValue().truth()));
    return box;
  }

  // The keys walk over the open list by choosing: what counts is what it is closed on.
  private void onChoice(ComboBox<?> box, UnaryOperator<Annotation> change) {
    box.setOnAction(chosen -> {
      if (!box.isShowing()) {
        tell(change);
      }
    });
    box.setOnHidden(closed -> tell(change));
  }
}
