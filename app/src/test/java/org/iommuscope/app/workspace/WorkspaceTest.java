package org.iommuscope.app.workspace;

import static org.iommuscope.app.workspace.Sample.A;
import static org.iommuscope.app.workspace.Sample.B;
import static org.iommuscope.app.workspace.Sample.GPU;
import static org.iommuscope.app.workspace.Sample.GPU_AUDIO;
import static org.iommuscope.app.workspace.Sample.NIC;
import static org.iommuscope.app.workspace.Sample.SIMULATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.Viommu;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

  private final Workspace workspace = Sample.workspace();

  @Test
  void undo_takes_every_edit_back_and_redo_makes_it_again() {
    Session before = workspace.session();
    workspace.perform(before.newGuestWith(GPU));
    workspace.perform(new Intent.SetViommu(A, Viommu.standard()));
    Session after = workspace.session();
    workspace.perform(new Intent.Undo());
    workspace.perform(new Intent.Undo());
    assertEquals(before.plan(), workspace.session().plan());
    assertFalse(workspace.undoableProperty().get());
    workspace.perform(new Intent.Redo());
    workspace.perform(new Intent.Redo());
    assertEquals(after.plan(), workspace.session().plan());
    assertFalse(workspace.redoableProperty().get());
  }

  @Test
  void a_new_edit_forgets_what_was_undone() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(new Intent.Undo());
    workspace.perform(workspace.session().newGuestWith(NIC));
    assertFalse(workspace.redoableProperty().get());
  }

  @Test
  void selecting_is_no_edit() {
    workspace.perform(Intent.Select.of(GPU));
    assertFalse(workspace.undoableProperty().get());
    assertEquals(List.of(GPU), List.copyOf(workspace.session().selection()));
  }

  @Test
  void an_edit_that_changes_nothing_is_not_undone() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(new Intent.Assign(A, GPU));
    workspace.perform(new Intent.Undo());
    assertTrue(workspace.session().plan().guests().isEmpty());
  }

  @Test
  void a_device_moves_from_one_guest_to_another() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(workspace.session().newGuestWith());
    workspace.perform(new Intent.Assign(B, GPU));
    assertEquals(List.of(), guest(0).devices());
    assertEquals(GPU, guest(1).devices().getFirst().device());
  }

  @Test
  void a_guest_leaves_with_every_step_that_speaks_of_it() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(workspace.session().newGuestWith(GPU_AUDIO));
    workspace.perform(new Intent.ApplyFix(new PlanChange.StopFirst(A, B)));
    workspace.perform(new Intent.RemoveGuest(A));
    assertEquals(
        Optional.of(List.of(new PlanStep.Start(B))), workspace.session().plan().sequence());
  }

  @Test
  void a_guest_added_to_a_written_sequence_is_started_too() {
    workspace.perform(workspace.session().newGuestWith(GPU));
    workspace.perform(
        new Intent.ApplyFix(new PlanChange.SetParameter("vfio_pci.enable_sriov", "Y")));
    workspace.perform(workspace.session().newGuestWith());
    assertTrue(workspace.session().plan().steps().contains(new PlanStep.Start(B)));
  }

  @Test
  void a_refused_step_is_judged_and_its_first_fix_helps() {
    workspace.perform(workspace.session().newGuestWith(NIC));
    assertEquals(Answer.NO, workspace.judgement().answerTo(A, NIC));
    PlanChange fix = workspace.judgement().verdict().steps().getFirst().fixes().getFirst().change();
    workspace.perform(new Intent.ApplyFix(fix));
    assertEquals(Answer.YES, workspace.judgement().answerTo(A, NIC));
    assertEquals(
        new Reply(Answer.YES, "starts with its device"), workspace.judgement().replyOf(guest(0)));
  }

  @Test
  void every_guest_answers_to_one_more_device() {
    workspace.perform(workspace.session().newGuestWith());
    Proposals proposals = workspace.judgement().propose(GPU);
    assertEquals(Answer.NO, proposals.replies().values().iterator().next().answer());
    assertEquals(Answer.NO, proposals.newGuest().answer());
    assertEquals(
        List.of(GroupMate.Part.MUST_LEAVE_DRIVER, GroupMate.Part.MUST_LEAVE_DRIVER),
        proposals.mates().stream().map(GroupMate::part).toList());
  }

  @Test
  void a_judgement_of_an_earlier_plan_is_dropped() {
    Deque<Runnable> background = new ArrayDeque<>();
    Judgement first = Judgement.of(Sample.session(), SIMULATOR);
    Workspace slow =
        new Workspace(first, SIMULATOR, new Latest.Executors(background::add, Runnable::run));
    slow.perform(slow.session().newGuestWith(GPU));
    Runnable early = background.remove();
    slow.perform(slow.session().newGuestWith(NIC));
    Runnable late = background.remove();
    late.run();
    Judgement newest = slow.judgement();
    early.run();
    assertSame(newest, slow.judgement());
    assertTrue(newest.isOf(slow.session()));
  }

  private Guest guest(int number) {
    return workspace.session().plan().guests().get(number);
  }
}
