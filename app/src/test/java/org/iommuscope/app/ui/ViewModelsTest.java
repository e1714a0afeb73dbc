package org.iommuscope.app.ui;

import static org.iommuscope.app.workspace.Sample.A;
import static org.iommuscope.app.workspace.Sample.GPU;
import static org.iommuscope.app.workspace.Sample.GPU_AUDIO;
import static org.iommuscope.app.workspace.Sample.NIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.board.NotesViewModel;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.filter.FilterViewModel;
import org.iommuscope.app.ui.find.FindViewModel;
import org.iommuscope.app.ui.inspector.Fact;
import org.iommuscope.app.ui.inspector.InspectorViewModel;
import org.iommuscope.app.ui.outline.OutlineRow;
import org.iommuscope.app.ui.outline.OutlineViewModel;
import org.iommuscope.app.ui.plan.AssignViewModel;
import org.iommuscope.app.ui.plan.GuestCard;
import org.iommuscope.app.ui.plan.GuestsViewModel;
import org.iommuscope.app.ui.verdict.Trouble;
import org.iommuscope.app.ui.verdict.VerdictViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** The view models over the sample machine; no toolkit is started. */
class ViewModelsTest {

  private final Workspace workspace = Sample.workspace();
  private final DeviceDrag drag = new DeviceDrag(workspace);
  private final FindViewModel find = new FindViewModel(workspace);
  private final FilterViewModel filter = new FilterViewModel(workspace, Sample.AT_ONCE);

  @Test
  void a_card_shows_its_guest_and_what_becomes_of_it() {
    GuestsViewModel guests = new GuestsViewModel(workspace, drag);
    workspace.perform(workspace.session().newGuestWith(GPU));
    GuestCard card = guests.cardsProperty().get().getFirst();
    assertEquals(A, card.guest());
    assertEquals(Answer.NO, card.reply().answer());
    guests.setViommu(A, true);
    assertTrue(guests.cardsProperty().get().getFirst().viommu());
    guests.withdraw(A, GPU);
    assertEquals(Answer.UNASKED, guests.cardsProperty().get().getFirst().reply().answer());
    guests.removeGuest(A);
    assertEquals(List.of(), guests.cardsProperty().get());
  }

  @Test
  void a_dragged_device_is_selected_and_dropped_once() {
    workspace.perform(workspace.session().newGuestWith());
    drag.pickUp(GPU);
    assertEquals(2, drag.carried().orElseThrow().mates().size());
    drag.dropOn(A);
    drag.dropOn(A);
    assertNull(drag.carriedProperty().get());
    assertEquals(1, workspace.session().plan().guests().getFirst().devices().size());
  }

  @Test
  void a_cancelled_drag_leaves_the_plan_alone() {
    drag.pickUp(GPU);
    drag.cancel();
    drag.dropOnNewGuest();
    assertTrue(workspace.session().plan().guests().isEmpty());
  }

  @Test
  void the_verdict_names_step_rule_culprits_and_fixes() {
    VerdictViewModel verdict =
        new VerdictViewModel(workspace, text -> {}, new NotesViewModel(workspace));
    assertEquals(Answer.UNASKED, verdict.contentProperty().get().answer());
    workspace.perform(workspace.session().newGuestWith(GPU));
    Trouble trouble = verdict.contentProperty().get().troubles().getFirst();
    assertEquals("0000:04:00.0 for guest A: REFUSED at Q4 with ENOENT", trouble.title());
    assertEquals("rule group-node-exists, group 12", trouble.place());
    assertTrue(trouble.because().stream().anyMatch(line -> line.text().contains("0000:04:00.1")));
    assertTrue(trouble.printed().getFirst().startsWith("vfio 0000:04:00.0"));
    verdict.apply(trouble.remedies().getFirst());
    assertTrue(workspace.undoableProperty().get());
  }

  @Test
  void the_assign_key_offers_every_guest_and_a_new_one() {
    AssignViewModel assign = new AssignViewModel(workspace);
    workspace.perform(workspace.session().newGuestWith());
    assign.askForSelection();
    assertNull(assign.questionProperty().get());
    workspace.perform(Intent.Select.of(NIC));
    assign.askForSelection();
    List<AssignViewModel.Choice> choices = assign.questionProperty().get().choices();
    assertEquals(
        List.of("Guest A", "New guest"),
        choices.stream().map(AssignViewModel.Choice::name).toList());
    assign.choose(choices.getFirst());
    assertEquals(NIC, workspace.session().plan().guests().getFirst().devices().getFirst().device());
    assertNull(assign.questionProperty().get());
  }

  @Test
  void a_drop_on_bare_ground_offers_lawful_guests_alone() {
    AssignViewModel assign = new AssignViewModel(workspace);
    workspace.perform(workspace.session().newGuestWith());
    assign.askAmongLawful(List.of(GPU));
    assertEquals(
        List.of(Optional.empty()),
        assign.questionProperty().get().choices().stream()
            .map(AssignViewModel.Choice::guest)
            .toList());
  }

  @Test
  void finds_by_every_word_and_walks_around() {
    find.textProperty().set("82540em g6");
    assertEquals(2, find.matchesProperty().get().size());
    assertEquals("2 found", find.placeProperty().get());
    find.next();
    find.next();
    assertEquals("2 of 2", find.placeProperty().get());
    find.next();
    assertEquals("1 of 2", find.placeProperty().get());
    find.previous();
    assertEquals("2 of 2", find.placeProperty().get());
    find.textProperty().set("no such thing");
    assertEquals("not found", find.placeProperty().get());
  }

  @Test
  void a_group_is_found_by_its_whole_number() {
    find.textProperty().set("g1");
    assertEquals(1, find.matchesProperty().get().size());
  }

  @Test
  void the_outline_has_the_order_of_the_tree_and_the_colours_of_its_groups() {
    OutlineViewModel outline = new OutlineViewModel(workspace, find, filter, drag);
    List<OutlineRow> rows = outline.rowsProperty().get();
    assertEquals(26, rows.size());
    int port = indexOf(rows, "0000:00:03.0");
    assertEquals(GPU, rows.get(port + 1).ref());
    assertEquals(rows.get(port).depth() + 1, rows.get(port + 1).depth());
    assertTrue(rows.get(port + 1).shared());
    assertFalse(rows.get(port).shared());
    find.textProperty().set("g12");
    assertEquals(3, outline.rowsProperty().get().size());
  }

  @Test
  void the_outline_tells_guest_and_verdict() {
    OutlineViewModel outline = new OutlineViewModel(workspace, find, filter, drag);
    workspace.perform(workspace.session().newGuestWith(GPU_AUDIO));
    OutlineRow row =
        outline.rowsProperty().get().get(indexOf(outline.rowsProperty().get(), "0000:04:00.1"));
    assertEquals("A", row.guest());
    assertEquals(Answer.NO, row.answer());
    assertTrue(row.verdict().startsWith("no: "));
  }

  @Test
  void the_inspector_lists_facts_and_copies_them() {
    List<String> copied = new ArrayList<>();
    InspectorViewModel inspector = new InspectorViewModel(workspace, copied::add);
    assertEquals(List.of(), inspector.contentProperty().get().facts());
    workspace.perform(Intent.Select.of(NIC));
    Fact vendor =
        inspector.contentProperty().get().facts().stream()
            .filter(fact -> fact.name().equals("Vendor"))
            .findFirst()
            .orElseThrow();
    assertEquals("0x8086", vendor.value());
    inspector.copy(vendor);
    assertEquals(List.of("0x8086"), copied);
  }

  private static int indexOf(List<OutlineRow> rows, String device) {
    return rows.stream().map(row -> row.ref().text()).toList().indexOf(device);
  }
}
