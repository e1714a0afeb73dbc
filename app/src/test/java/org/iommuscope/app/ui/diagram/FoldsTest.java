package org.iommuscope.app.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.GraphNode;
import org.iommuscope.app.layout.Box;
import org.iommuscope.app.layout.FontMeasure;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.filter.FilterViewModel;
import org.iommuscope.app.ui.find.FindViewModel;
import org.iommuscope.app.ui.plan.AssignViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;

/** Opening and closing rows of the sample machine; its card at 06:00.0 has four VFs. */
class FoldsTest {

  private static final DeviceRef PF = DeviceRef.parse("0000:06:00.0");
  private static final DeviceRef PORT = DeviceRef.parse("0000:00:07.0");
  private static final DeviceRef VF0 = DeviceRef.parse("0000:06:10.0");
  private static final DeviceRef VF1 = DeviceRef.parse("0000:06:10.2");
  private static final DeviceRef BELOW = DeviceRef.parse("0000:00:1f.0");

  private final Workspace workspace = Sample.workspace();
  private final DiagramViewModel diagram =
      new DiagramViewModel(
          workspace,
          new FindViewModel(workspace),
          new FilterViewModel(workspace, Sample.AT_ONCE),
          new DeviceDrag(workspace),
          new AssignViewModel(workspace),
          FontMeasure.load(),
          Sample.AT_ONCE);

  @Test
  void twins_open_and_close_each_fold_on_its_own() {
    assertEquals(rowOf(VF0), rowOf(VF1));
    workspace.perform(Intent.Select.of(VF0));
    diagram.toggleSelected();
    assertTrue(rowOf(VF0).bottom() <= rowOf(VF1).y());
    diagram.toggleSelected();
    assertEquals(rowOf(VF0), rowOf(VF1));
  }

  @Test
  void a_closed_subtree_is_found_at_the_row_that_closed_it() {
    double before = rowOf(BELOW).y();
    diagram.toggle(handleOf(PORT).orElseThrow());
    assertEquals(rowOf(PORT), rowOf(PF));
    assertEquals(rowOf(PORT), rowOf(VF0));
    assertTrue(rowOf(BELOW).y() < before);
    assertFalse(handleOf(PORT).orElseThrow().open());
  }

  @Test
  void the_left_key_closes_and_then_ascends_the_right_key_opens_and_then_descends() {
    workspace.perform(Intent.Select.of(PF));
    diagram.closeOrAscend();
    assertFalse(handleOf(PF).orElseThrow().open());
    diagram.closeOrAscend();
    assertEquals(Optional.of(PORT), diagram.selected());
    diagram.openOrDescend();
    assertEquals(Optional.of(PF), diagram.selected());
    diagram.openOrDescend();
    assertTrue(handleOf(PF).orElseThrow().open());
  }

  @Test
  void what_was_touched_keeps_its_place_on_the_screen() {
    Camera camera = new Camera(10, 20, 1.5);
    Scenery before = diagram.sceneryProperty().get();
    GraphNode fold = before.seenRowOf(VF0).orElseThrow().node();
    diagram.openAll();
    diagram.toggle(handleOf(PORT).orElseThrow());
    diagram.foldAsUsual();
    diagram.openAll();
    Scenery now = diagram.sceneryProperty().get();
    Camera held = Anchor.held(before, now, camera, before.drawing().bounds(), List.of(fold));
    assertEquals(
        camera.inView(before.rowOf(VF0).orElseThrow()).y(),
        held.inView(now.rowOf(VF0).orElseThrow()).y());
  }

  @Test
  void a_row_out_of_sight_holds_nothing() {
    Scenery before = diagram.sceneryProperty().get();
    diagram.toggle(handleOf(DeviceRef.parse("0000:00:02.0")).orElseThrow());
    Scenery now = diagram.sceneryProperty().get();
    Box seen = before.rowOf(PORT).orElseThrow();
    Camera held =
        Anchor.held(
            before,
            now,
            Camera.START,
            seen,
            before.graph().device(BELOW).map(GraphNode.class::cast).stream().toList());
    assertEquals(rowOf(PORT).y() - seen.y(), held.y());
  }

  @Test
  void travels_go_back_and_forward_until_somebody_leaves_for_elsewhere() {
    Travels<String> travels = new Travels<>();
    travels.leave("one");
    travels.leave("two");
    assertEquals(Optional.of("two"), travels.back("three"));
    assertEquals(Optional.of("one"), travels.back("two"));
    assertEquals(Optional.empty(), travels.back("one"));
    assertEquals(Optional.of("two"), travels.forward("one"));
    travels.leave("two");
    assertFalse(travels.forwardProperty().get());
    assertTrue(travels.backProperty().get());
  }

  private Box rowOf(DeviceRef device) {
    return diagram.sceneryProperty().get().rowOf(device).orElseThrow();
  }

  private Optional<Folds.Handle> handleOf(DeviceRef device) {
    Scenery shown = diagram.sceneryProperty().get();
    return shown
        .seenRowOf(device)
        .flatMap(row -> shown.folds().handleOf(shown.graph(), row.node()));
  }
}
