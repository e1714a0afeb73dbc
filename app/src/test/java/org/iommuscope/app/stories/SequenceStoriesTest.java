package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two guests that want the halves of one group, step by step. */
class SequenceStoriesTest {

  private static final Path SWITCH = Path.of("..", "captures", "q35-switch-k61", "capture.tar.gz");
  private static final GuestName A = new GuestName("A");
  private static final GuestName B = new GuestName("B");
  private static final DeviceRef NIC = DeviceRef.parse("0000:08:00.0");
  private static final DeviceRef USB = DeviceRef.parse("0000:09:00.0");
  private static final DeviceRef REST = DeviceRef.parse("0000:0a:00.0");

  private Story story;

  private static AssignmentPlan plan() {
    AssignmentPlan plan = AssignmentPlan.EMPTY;
    for (PlanChange change :
        List.of(
            new PlanChange.Bind(NIC, "vfio-pci"),
            new PlanChange.Bind(USB, "vfio-pci"),
            new PlanChange.Unbind(REST),
            new PlanChange.Assign(A, NIC),
            new PlanChange.Assign(B, USB))) {
      plan = change.applyTo(plan);
    }
    return plan.withSequence(
        Optional.of(List.of(new PlanStep.Start(A), new PlanStep.Start(B), new PlanStep.Stop(A))));
  }

  @BeforeEach
  void openThePlan() throws IOException, TimeoutException {
    story = Story.begin(new CaptureFile(SWITCH).read(plan()), 1280, 820);
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void each_moment_is_drawn_and_the_keys_go_through_them() {
    story.press(KeyCode.F8);
    story.waitUntil(() -> story.says("#sequence", "before the first of 3 steps"));
    assertTrue(story.says("#sequence", "no guest runs"));
    story.press(KeyCode.F8);
    story.waitUntil(() -> story.says("#sequence", "A has 0000:08:00.0"));
    story.press(KeyCode.F8);
    story.waitUntil(() -> story.says("#sequence", "after step 2 of 3"));
    story.look("the-second-step");
    story.press(KeyCode.F7);
    story.waitUntil(() -> story.says("#sequence", "after step 1 of 3"));
    story.click("#sequence-close");
    story.waitUntil(() -> !story.isSeen("#sequence"));
  }

  @Test
  void an_order_that_works_is_found_and_can_be_undone() {
    story.press(KeyCode.F6);
    story.waitUntil(() -> story.says("#sequence", "after step 3 of 3"));
    story.click("#sequence-find");
    story.waitUntil(() -> story.says("#sequence", "this order works"));
    assertEquals(
        List.of(new PlanStep.Start(A), new PlanStep.Stop(A), new PlanStep.Start(B)),
        story.models().workspace().session().plan().steps());
    story.waitUntil(() -> story.says("#sequence", "B has 0000:09:00.0"));
    story.look("an-order-that-works");
    story.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(plan(), story.models().workspace().session().plan());
  }

  @Test
  void steps_are_moved_and_taken_out() {
    story.press(KeyCode.F6);
    story.waitUntil(() -> story.says("#sequence", "after step 3 of 3"));
    story.click("#sequence-earlier");
    story.waitUntil(() -> story.says("#sequence", "after step 2 of 3"));
    assertEquals(
        List.of(new PlanStep.Start(A), new PlanStep.Stop(A), new PlanStep.Start(B)),
        story.models().workspace().session().plan().steps());
    story.click("#sequence-remove");
    story.waitUntil(() -> story.says("#sequence", "after step 1 of 2"));
  }

  @Test
  void a_step_is_chosen_from_the_menu_and_comes_after_the_one_that_is_shown() {
    story.press(KeyCode.F8);
    story.waitUntil(() -> story.says("#sequence", "before the first of 3 steps"));
    story.press(KeyCode.F8);
    story.waitUntil(() -> story.says("#sequence", "after step 1 of 3"));
    story.clickRow(USB.text());
    story.click("#sequence-add");
    story.lookAtPopup("steps-to-add");
    story.click("plug 0000:09:00.0 into guest A");
    story.waitUntil(() -> story.says("#sequence", "after step 2 of 4"));
    assertEquals(
        List.of(
            new PlanStep.Start(A),
            new PlanStep.Attach(A, USB),
            new PlanStep.Start(B),
            new PlanStep.Stop(A)),
        story.models().workspace().session().plan().steps());
  }
}
