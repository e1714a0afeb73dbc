package org.iommuscope.app.ui.diagram;

import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.graph.FoldNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.TextMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.find.FindViewModel;
import org.iommuscope.app.ui.plan.AssignViewModel;
import org.iommuscope.app.workspace.Exported;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.app.workspace.Latest;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;

/** The tree picture of the judged session, drawn in the background. */
public final class DiagramViewModel {

  /** What a drawing is made from. */
  private record Subject(TopologyGraph graph, Folding folding) {}

  private final Workspace workspace;
  private final FindViewModel find;
  private final DeviceDrag drag;
  private final AssignViewModel assign;
  private final TextMeasure measure;
  private final Latest<Subject, Scenery> drawing;
  private final ReadOnlyObjectWrapper<Scenery> scenery;
  private Folding folding = Folding.USUAL;

  public DiagramViewModel(
      Workspace workspace,
      FindViewModel find,
      DeviceDrag drag,
      AssignViewModel assign,
      TextMeasure measure,
      Latest.Executors executors) {
    this.workspace = workspace;
    this.find = find;
    this.drag = drag;
    this.assign = assign;
    this.measure = measure;
    scenery =
        new ReadOnlyObjectWrapper<>(
            draw(new Subject(workspace.judgement().graph(), folding), measure));
    drawing = new Latest<>(subject -> draw(subject, measure), executors, scenery::set);
    workspace.judgementProperty().subscribe(this::judged);
  }

  public ReadOnlyObjectProperty<Scenery> sceneryProperty() {
    return scenery.getReadOnlyProperty();
  }

  public Workspace workspace() {
    return workspace;
  }

  /** How wide the picture's texts are. */
  TextMeasure measure() {
    return measure;
  }

  public FindViewModel find() {
    return find;
  }

  public DeviceDrag drag() {
    return drag;
  }

  public void select(DeviceRef device) {
    workspace.perform(Intent.Select.of(device));
  }

  /** Asks which guest shall have the device that was dropped on the bare ground. */
  public void dropOnGround() {
    drag.carried()
        .ifPresent(carried -> {
          drag.cancel();
          assign.askAmongLawful(carried.devices());
        });
  }

  /** Adds a device to the selection, or takes it out. */
  public void toggle(DeviceRef device) {
    Set<DeviceRef> changed = new LinkedHashSet<>(workspace.session().selection());
    if (!changed.remove(device)) {
      changed.add(device);
    }
    workspace.perform(Intent.Select.all(changed));
  }

  public void selectNothing() {
    workspace.perform(Intent.Select.of());
  }

  /** Selects the device that stands so many rows further down. */
  public void step(int rows) {
    DeviceRef first = workspace.session().selection().stream().findFirst().orElse(null);
    scenery.get().neighbour(first, rows).ifPresent(this::select);
  }

  /** Adds the device that stands so many rows below the one selected last. */
  public void extend(int rows) {
    SequencedSet<DeviceRef> changed = new LinkedHashSet<>(workspace.session().selection());
    DeviceRef last = changed.isEmpty() ? null : changed.getLast();
    scenery.get().neighbour(last, rows).ifPresent(changed::addLast);
    workspace.perform(Intent.Select.all(changed));
  }

  /** Opens the row of twins, so that each has its own. */
  public void open(FoldNode fold) {
    folding = folding.withToggledTwins(fold.id());
    redraw();
  }

  /** The whole picture with its legend, as it is folded now; made where it is asked for. */
  Supplier<PictureRequest> wholePicture(Palette palette) {
    Judgement judged = workspace.judgement();
    Folding folded = folding;
    return () ->
        PictureRequest.of(
            Exported.subject(judged),
            Drawing.withLegend(
                TreeLayout.place(judged.graph(), measure, OptionalDouble.empty(), folded)),
            palette);
  }

  private void judged(Judgement before, Judgement now) {
    if (before.session().host() != now.session().host()) {
      folding = Folding.USUAL;
    }
    redraw();
  }

  private void redraw() {
    drawing.ask(new Subject(workspace.judgement().graph(), folding));
  }

  private static Scenery draw(Subject subject, TextMeasure measure) {
    return new Scenery(
        subject.graph(),
        Drawing.of(
            TreeLayout.place(subject.graph(), measure, OptionalDouble.empty(), subject.folding())));
  }
}
