package org.iommuscope.app.ui.diagram;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.iommuscope.app.drawing.Drawing;
import org.iommuscope.app.drawing.Palette;
import org.iommuscope.app.export.PictureRequest;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.app.layout.Folding;
import org.iommuscope.app.layout.TextMeasure;
import org.iommuscope.app.layout.TreeLayout;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.filter.FilterViewModel;
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

  /** What a drawing is made from, and the last one, of which much may still hold. */
  private record Subject(TopologyGraph graph, Folds folds, int host, Optional<Scenery> before) {}

  private final Workspace workspace;
  private final FindViewModel find;
  private final FilterViewModel filter;
  private final DeviceDrag drag;
  private final AssignViewModel assign;
  private final TextMeasure measure;
  private final Latest<Subject, Scenery> drawing;
  private final ReadOnlyObjectWrapper<Scenery> scenery;
  private int hosts;
  private Folds first = Folds.USUAL;
  private Folds folds = Folds.USUAL;
  private Optional<TopologyGraph> moment = Optional.empty();

  public DiagramViewModel(
      Workspace workspace,
      FindViewModel find,
      FilterViewModel filter,
      DeviceDrag drag,
      AssignViewModel assign,
      TextMeasure measure,
      Latest.Executors executors) {
    this.workspace = workspace;
    this.find = find;
    this.filter = filter;
    this.drag = drag;
    this.assign = assign;
    this.measure = measure;
    scenery =
        new ReadOnlyObjectWrapper<>(
            draw(
                new Subject(workspace.judgement().graph(), folds, hosts, Optional.empty()),
                measure));
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

  public FilterViewModel filter() {
    return filter;
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

  void selectAll(Collection<DeviceRef> devices) {
    workspace.perform(Intent.Select.all(devices));
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

  /** Opens what a handle has closed, and the other way round. */
  void toggle(Folds.Handle handle) {
    folds = folds.toggled(handle);
    redraw();
  }

  /** The whole picture with its legend, as it is folded now; made where it is asked for. */
  Supplier<PictureRequest> wholePicture(Palette palette) {
    Judgement judged = workspace.judgement();
    Folding folded = folds.folding();
    return () ->
        PictureRequest.of(
            Exported.subject(judged),
            Drawing.withLegend(
                TreeLayout.place(judged.graph(), measure, OptionalDouble.empty(), folded)),
            palette);
  }

  /** Has pictures begin with a row for each device, or with twins folded. */
  public void beginOpen(boolean open) {
    Folds wanted = open ? Folds.ALL_OPEN : Folds.USUAL;
    if (!wanted.equals(first)) {
      first = wanted;
      folds = wanted;
      redraw();
    }
  }

  /** Opens or closes the row of the device selected first. */
  public void toggleSelected() {
    selectedHandle().ifPresent(this::toggle);
  }

  /** Gives every device a row of its own. */
  public void openAll() {
    folds = Folds.ALL_OPEN;
    redraw();
  }

  /** Folds twins and opens subtrees, as in the beginning. */
  public void foldAsUsual() {
    folds = Folds.USUAL;
    redraw();
  }

  /** Closes the row selected first, or goes on to the one that it hangs from. */
  void closeOrAscend() {
    Optional<Folds.Handle> handle = selectedHandle().filter(Folds.Handle::open);
    if (handle.isPresent()) {
      toggle(handle.get());
    } else {
      selected()
          .flatMap(scenery.get().graph()::device)
          .map(scenery.get().graph()::above)
          .ifPresent(above -> {
            if (above instanceof DeviceNode device) {
              select(device.ref());
            }
          });
    }
  }

  /** Opens the row selected first, or goes on to the one below. */
  void openOrDescend() {
    Optional<Folds.Handle> handle = selectedHandle();
    if (handle.filter(known -> !known.open()).isPresent()) {
      toggle(handle.get());
    } else if (handle.isPresent()) {
      step(1);
    }
  }

  Optional<DeviceRef> selected() {
    return workspace.session().selection().stream().findFirst();
  }

  private Optional<Folds.Handle> selectedHandle() {
    Scenery shown = scenery.get();
    return selected()
        .flatMap(shown::seenRowOf)
        .flatMap(row -> folds.handleOf(shown.graph(), row.node()));
  }

  private void judged(Judgement before, Judgement now) {
    if (before.session().host() != now.session().host()
        && !now.session().isOfSameSource(before.session())) {
      folds = first;
      hosts++;
    }
    redraw();
  }

  /** Draws a moment of the plan in place of its end; nothing goes back to the end. */
  public void showMoment(Optional<TopologyGraph> graph) {
    moment = graph;
    redraw();
  }

  /** Whether the picture is drawn that is wanted. */
  public boolean isDrawn() {
    return scenery.get().graph() == wanted();
  }

  private TopologyGraph wanted() {
    return moment.orElseGet(() -> workspace.judgement().graph());
  }

  private void redraw() {
    TopologyGraph graph = wanted();
    drawing.ask(new Subject(graph, folds, hosts, Optional.of(scenery.get())));
  }

  private static Scenery draw(Subject subject, TextMeasure measure) {
    Drawing drawn =
        subject
            .before()
            .filter(before -> before.folds().equals(subject.folds()))
            .filter(before -> before.graph().host() == subject.graph().host())
            .map(before -> before.drawing().showing(subject.graph()))
            .orElseGet(() -> drawAnew(subject, measure));
    return new Scenery(subject.graph(), subject.folds(), subject.host(), drawn);
  }

  private static Drawing drawAnew(Subject subject, TextMeasure measure) {
    return Drawing.of(
        TreeLayout.place(
            subject.graph(), measure, OptionalDouble.empty(), subject.folds().folding()));
  }
}
