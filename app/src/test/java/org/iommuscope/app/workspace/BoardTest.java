package org.iommuscope.app.workspace;

import static org.iommuscope.app.workspace.Sample.A;
import static org.iommuscope.app.workspace.Sample.GPU;
import static org.iommuscope.app.workspace.Sample.NIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Waiver;
import org.junit.jupiter.api.Test;

class BoardTest {

  private final Workspace workspace = Sample.workspace();

  @Test
  void a_branch_goes_its_own_way_with_the_history_it_had() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(new Intent.OfBoard.Branch());
    workspace.perform(workspace.session().newGuestWith(NIC));
    assertEquals(List.of("Plan 1", "Plan 2"), names());
    assertEquals(2, workspace.session().plan().guests().size());

    workspace.perform(new Intent.OfBoard.Show("Plan 1"));
    assertEquals(1, workspace.session().plan().guests().size());
    workspace.perform(new Intent.Undo());
    assertEquals(0, workspace.session().plan().guests().size());

    workspace.perform(new Intent.OfBoard.Show("Plan 2"));
    assertEquals(2, workspace.session().plan().guests().size());
    assertTrue(workspace.undoableProperty().get());
  }

  @Test
  void selection_and_evidence_hold_whichever_plan_is_shown() {
    workspace.perform(new Intent.OfBoard.Branch());
    workspace.perform(Intent.Select.of(GPU));
    workspace.perform(new Intent.OfBoard.Show("Plan 1"));
    assertEquals(List.of(GPU), List.copyOf(workspace.session().selection()));
  }

  @Test
  void a_plan_that_was_taken_off_comes_back_with_its_edits() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    AssignmentPlan plan = workspace.session().plan();
    workspace.perform(new Intent.OfBoard.Drop("Plan 1"));
    assertEquals(List.of("Plan 1"), names());

    workspace.perform(new Intent.OfBoard.Branch());
    workspace.perform(new Intent.OfBoard.Rename("Plan 2", " With the card "));
    workspace.perform(new Intent.OfBoard.Drop("With the card"));
    assertEquals(List.of("Plan 1"), names());
    workspace.perform(new Intent.OfBoard.BringBack());
    assertEquals(List.of("Plan 1", "With the card"), names());
    assertEquals(plan, workspace.session().plan());
    assertTrue(workspace.undoableProperty().get());
  }

  @Test
  void names_stay_unlike() {
    workspace.perform(new Intent.OfBoard.Put("Plan 1", PlanFile.of(AssignmentPlan.EMPTY), none()));
    workspace.perform(new Intent.OfBoard.Branch());
    workspace.perform(new Intent.OfBoard.Rename("Plan 3", "Plan 1"));
    assertEquals(List.of("Plan 1", "Plan 1 (2)", "Plan 1 (3)"), names());
  }

  @Test
  void history_is_jumped_in_both_ways() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(workspace.session().newGuestWith(NIC));
    workspace.perform(new Intent.RemoveGuest(A));
    AssignmentPlan last = workspace.session().plan();
    workspace.perform(new Intent.GoTo(1));
    assertEquals(1, workspace.session().plan().guests().size());
    workspace.perform(new Intent.GoTo(0));
    assertEquals(0, workspace.session().plan().guests().size());
    workspace.perform(new Intent.GoTo(3));
    assertEquals(last, workspace.session().plan());
  }

  @Test
  void what_no_file_has_is_counted() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(workspace.session().newGuestWith(NIC));
    assertEquals(2, workspace.board().unsaved());
    PlanFile whole = workspace.board().current().whole();
    workspace.perform(new Intent.OfBoard.Saved("Plan 1", Path.of("plan.json"), whole));
    assertEquals(0, workspace.board().unsaved());
    workspace.perform(new Intent.Undo());
    assertEquals(1, workspace.board().unsaved());
  }

  @Test
  void comments_and_waivers_are_edits() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    Commented guest = new Commented.OfGuest(A);
    workspace.perform(new Intent.Comment(guest, "for the workshop"));
    Waiver first = waiver("2027-01-31");
    workspace.perform(new Intent.Waive(first));
    workspace.perform(new Intent.Waive(waiver("2027-02-28")));
    assertEquals(List.of(waiver("2027-02-28")), workspace.session().plan().waivers());
    workspace.perform(new Intent.Undo());
    assertEquals(List.of(first), workspace.session().plan().waivers());
    workspace.perform(new Intent.RemoveGuest(A));
    assertEquals("", workspace.session().plan().comment(guest));
    workspace.perform(new Intent.Undo());
    assertEquals("for the workshop", workspace.session().plan().comment(guest));
    assertFalse(workspace.board().current().history().future().isEmpty());
  }

  private static Waiver waiver(String until) {
    return new Waiver(
        "group-opens-once",
        Optional.of(GPU),
        Optional.empty(),
        Optional.of(LocalDate.parse(until)));
  }

  private static Optional<Path> none() {
    return Optional.empty();
  }

  private List<String> names() {
    return workspace.board().plans().stream().map(BoardPlan::name).toList();
  }
}
