package org.iommuscope.app.ui;

import static org.iommuscope.app.workspace.Sample.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.board.NotesViewModel;
import org.iommuscope.app.ui.inspector.AnnotationViewModel;
import org.iommuscope.app.ui.inspector.InspectorViewModel;
import org.iommuscope.app.ui.verdict.Assumption;
import org.iommuscope.app.ui.verdict.Trouble;
import org.iommuscope.app.ui.verdict.VerdictViewModel;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine on Linux 5.10 with an mdev of a driver that nobody knows. */
class QuestionsTest {

  private final Workspace workspace = Sample.workspace(Sample.MDEVS);
  private final VerdictViewModel verdict =
      new VerdictViewModel(workspace, text -> {}, new NotesViewModel(workspace));

  @BeforeEach
  void givesTheMdevToAGuest() {
    workspace.perform(workspace.session().newGuestWith(Sample.MDEV));
  }

  @Test
  void an_undecided_step_offers_the_answers_to_its_question() {
    Trouble open = verdict.contentProperty().get().troubles().getFirst();
    assertEquals(Answer.UNSURE, open.answer());
    assertEquals(
        List.of(
            "Its parent 0000:01:00.0 backs it",
            "An auxiliary domain of 0000:01:00.0 backs it",
            "Nothing physical backs it: its vendor's driver isolates it"),
        open.remedies().stream().map(Trouble.Remedy::text).toList());
  }

  @Test
  void each_answer_decides_the_step_and_can_be_undone() {
    for (Trouble.Remedy answer : verdict.contentProperty().get().troubles().getFirst().remedies()) {
      verdict.apply(answer);
      assertEquals(Answer.YES, workspace.judgement().answerTo(A, Sample.MDEV), answer.text());
      workspace.perform(new Intent.Undo());
      assertEquals(Answer.UNSURE, workspace.judgement().answerTo(A, Sample.MDEV), answer.text());
    }
  }

  @Test
  void what_the_user_tells_of_an_mdev_is_part_of_the_plan() {
    AnnotationViewModel told = new InspectorViewModel(workspace, text -> {}).annotations();
    workspace.perform(Intent.Select.of(Sample.MDEV));
    AnnotationViewModel.Known known = told.knownProperty().get();
    DeviceRef parent = DeviceRef.parse("0000:01:00.0");
    assertEquals(List.of(Reading.unread(), Reading.absent(), Reading.of(parent)), known.behind());
    told.annotate(known.annotation().withIommuDevice(Reading.of(parent)));
    assertEquals(
        Map.of(Sample.MDEV, Annotation.backedBy(parent)), workspace.session().plan().annotations());
    told.annotate(Annotation.NONE);
    assertEquals(Map.of(), workspace.session().plan().annotations());
  }

  @Test
  void what_is_allowed_without_isolation_is_told_as_unsafe() {
    DeviceRef gpu = DeviceRef.parse("0000:04:00.0");
    workspace.perform(new Intent.SetProfile(Optional.of("proposed-attach")));
    workspace.perform(new Intent.Annotate(Sample.MDEV, Annotation.backedBy(gpu)));
    VerdictViewModel.Content told = verdict.contentProperty().get();
    assertEquals(Answer.UNSAFE, told.answer());
    assertEquals("1 of 1 step is allowed and unsafe: isolation breaks.", told.headline());
    assertTrue(
        told.troubles().getFirst().because().stream()
            .anyMatch(line -> line.text().contains("0000:04:00.2")));
  }

  @Test
  void what_was_assumed_is_told_in_sentences() {
    assertEquals(
        List.of("QEMU is 10.0 or later."), assumed().stream().map(Assumption::sentence).toList());
  }

  @Test
  void what_was_assumed_can_be_said_and_is_assumed_no_more() {
    Assumption qemu = assumed().getFirst();
    assertEquals(
        List.of("QEMU 5.2", "QEMU 7.2", "QEMU 9.1", "QEMU 10.0"),
        qemu.answers().stream().map(Trouble.Remedy::text).toList());
    verdict.apply(qemu.answers().getFirst());
    assertEquals(Optional.of("5.2"), workspace.session().plan().environment().qemu());
    assertEquals(List.of(), assumed());
    workspace.perform(new Intent.Undo());
    assertEquals(List.of(qemu), assumed());
  }

  private List<Assumption> assumed() {
    return verdict.contentProperty().get().assumed();
  }
}
