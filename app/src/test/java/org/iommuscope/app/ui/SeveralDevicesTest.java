package org.iommuscope.app.ui;

import static org.iommuscope.app.workspace.Sample.A;
import static org.iommuscope.app.workspace.Sample.GPU;
import static org.iommuscope.app.workspace.Sample.GPU_AUDIO;
import static org.iommuscope.app.workspace.Sample.NIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.ui.drag.DeviceDrag;
import org.iommuscope.app.ui.plan.AssignViewModel;
import org.iommuscope.app.workspace.GroupMate;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.app.workspace.Proposals;
import org.iommuscope.app.workspace.Reply;
import org.iommuscope.app.workspace.Sample;
import org.iommuscope.app.workspace.Workspace;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;

/** Selecting, dragging and assigning more than one device. */
class SeveralDevicesTest {

  private static final DeviceRef GPU_USB = DeviceRef.parse("0000:04:00.2");

  private final Workspace workspace = Sample.workspace();
  private final DeviceDrag drag = new DeviceDrag(workspace);

  @Test
  void a_drag_takes_along_what_is_selected() {
    workspace.perform(Intent.Select.of(GPU, GPU_AUDIO));
    drag.pickUp(GPU_AUDIO);
    Proposals carried = drag.carried().orElseThrow();
    assertEquals(List.of(GPU_AUDIO, GPU), carried.devices());
    assertEquals(List.of(GPU_USB), carried.mates().stream().map(GroupMate::device).toList());
  }

  @Test
  void a_drag_of_what_is_not_selected_takes_it_alone() {
    workspace.perform(Intent.Select.of(GPU, GPU_AUDIO));
    drag.pickUp(NIC);
    assertEquals(List.of(NIC), drag.carried().orElseThrow().devices());
  }

  @Test
  void several_are_given_in_one_edit_and_taken_back_in_one() {
    workspace.perform(workspace.session().newGuestWith());
    workspace.perform(Intent.Select.of(GPU, GPU_AUDIO));
    drag.pickUp(GPU);
    drag.dropOn(A);
    assertEquals(List.of(GPU, GPU_AUDIO), given());
    workspace.perform(new Intent.Undo());
    assertEquals(List.of(), given());
    workspace.perform(new Intent.Redo());
    workspace.perform(new Intent.Release(List.of(GPU, GPU_AUDIO)));
    assertEquals(List.of(), given());
  }

  @Test
  void each_answer_counts_on_those_before_it() {
    for (DeviceRef device : List.of(GPU, GPU_AUDIO, GPU_USB)) {
      workspace.perform(new Intent.ApplyFix(new PlanChange.Bind(device, "vfio-pci")));
    }
    Proposals both = workspace.judgement().propose(List.of(GPU, GPU_AUDIO));
    assertEquals(new Reply(Answer.YES, "yes, to all 2"), both.newGuest());
    assertEquals(Answer.NO, workspace.judgement().propose(List.of(GPU, NIC)).newGuest().answer());
  }

  @Test
  void the_whole_group_is_selected_without_its_bridges() {
    workspace.perform(Intent.Select.of(DeviceRef.parse("0000:05:01.0")));
    assertFalse(workspace.session().selectedGroups().contains(DeviceRef.parse("0000:00:04.0")));
    assertEquals(4, workspace.session().selectedGroups().size());
  }

  @Test
  void the_assign_key_gives_all_that_is_selected() {
    AssignViewModel assign = new AssignViewModel(workspace);
    workspace.perform(Intent.Select.of(GPU, GPU_AUDIO));
    assign.askForSelection();
    AssignViewModel.Question question = assign.questionProperty().get();
    assertEquals(List.of(GPU, GPU_AUDIO), question.devices());
    assertEquals(GroupMate.Part.MUST_LEAVE_DRIVER, question.mates().getFirst().part());
    assign.choose(
        new AssignViewModel.Choice(Optional.empty(), question.choices().getFirst().reply()));
    assertEquals(List.of(GPU, GPU_AUDIO), given());
  }

  private List<DeviceRef> given() {
    return workspace.session().plan().guests().getFirst().devices().stream()
        .map(GuestDevice::device)
        .toList();
  }
}
