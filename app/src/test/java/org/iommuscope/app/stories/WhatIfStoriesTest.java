package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.iommuscope.app.files.HostMark;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.app.workspace.Intent;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A planner who asks what would be if. */
class WhatIfStoriesTest {

  private static final Path SWITCH = Path.of("..", "captures", "q35-switch-k61", "capture.tar.gz");
  private static final Path SRIOV = Path.of("..", "captures", "q35-sriov-k61", "capture.tar.gz");

  private static final Path IN_USE =
      Path.of("..", "captures", "q35-desktop-in-use", "capture.tar.gz");

  private Story story;

  @BeforeEach
  void openTheSwitch() throws IOException, TimeoutException {
    story = Story.begin(new CaptureFile(SWITCH).read(AssignmentPlan.EMPTY), 1280, 820);
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void the_kernel_believes_in_an_override() {
    story.click("#show-dials");
    story.click("#dial-downstream");
    story.waitUntil(() -> story.says("#dials-follow", "group 2 falls apart into 2, 17"));
    story.look("what-if-an-override");
    story.press(KeyCode.CONTROL, KeyCode.Z);
    story.waitUntil(() -> !story.says("#dials-follow", "falls apart"));
  }

  @Test
  void a_card_is_in_another_slot() {
    story.click("#show-dials");
    story.clickRow("0000:03:00.0");
    Choosing.from("#dial-slot", "below 0000:02:03.0");
    story.waitUntil(() -> story.says("#dials-follow", "0000:03:00.0 leaves group 7 for group 10"));
    story.look("what-if-a-card-moves");
  }

  @Test
  void the_reason_for_a_group_is_on_the_picture() {
    story.clickRow("0000:08:00.0");
    story.press(KeyCode.W);
    story.waitUntil(() -> story.says("#why", "0000:08:00.0 is in group 3 with"));
    story.look("why-one-group");
    story.clickRow("0000:01:00.0");
    story.waitUntil(() -> story.says("#why", "0000:01:00.0 is alone in group 6"));
    story.click("#why-close");
    story.waitUntil(() -> !story.isSeen("#why"));
    story.click("#show-inspector");
    story.click("#inspector-why");
    story.waitUntil(() -> story.isSeen("#why"));
  }

  @Test
  void the_impact_can_be_read_before() {
    story.open(IN_USE);
    story.drag("0000:04:00.0", "#new-guest");
    story.drag("0000:01:00.0", "#guest-A");
    story.press(KeyCode.CONTROL, KeyCode.B);
    story.waitUntil(() -> story.says("#impact-sheet", "guest A can be neither migrated"));
    story.look("before-you-do-it");
  }

  @Test
  void a_plan_for_another_host_asks_who_is_meant() throws Exception {
    AssignmentPlan plan =
        new PlanChange.Assign(new GuestName("A"), DeviceRef.parse("0000:21:00.0"))
            .applyTo(AssignmentPlan.EMPTY);
    HostSketch.Device card =
        new HostSketch.Device(
            DeviceRef.parse("0000:21:00.0"),
            Optional.of("8086:10d3"),
            Optional.of("pci0000:00/3.0/0.0"),
            Optional.of(new GroupId(4)),
            List.of());
    HostMark elsewhere =
        new HostMark(Optional.of("0"), Optional.of(LocalDate.of(2026, 11, 1)), List.of(card));
    PlanFile file = PlanFile.of(plan);
    PlanFile whole = new PlanFile(plan, Optional.of(elsewhere), file.written());
    Intent opening = new Intent.OfBoard.Put("elsewhere", whole, Optional.empty());
    new FxRobot().interact(() -> story.models().workspace().perform(opening));
    story.press(KeyCode.CONTROL, KeyCode.B);
    story.waitUntil(() -> story.says("#impact-sheet", "is 0000:07:00.0 meant"));
    story.look("who-is-meant");
    story.click("#take-0000-07-00-0");
    assertEquals(
        DeviceRef.parse("0000:07:00.0"),
        story
            .models()
            .workspace()
            .session()
            .plan()
            .guests()
            .getFirst()
            .devices()
            .getFirst()
            .device());
  }

  @Test
  void a_port_has_more_vfs() {
    story.open(SRIOV);
    story.click("#show-dials");
    story.clickRow("0000:02:00.0");
    Choosing.number("#dial-vfs", 6);
    story.waitUntil(() -> story.says("#dials-follow", "0000:02:11.0, 0000:02:11.2 appear"));
    assertEquals("0000:02:00.0", story.selected());
    story.look("what-if-more-vfs");
    story.click("#dials-off");
    story.waitUntil(() -> story.says("#dials-steps", "Nothing"));
    assertFalse(story.says("#dials-steps", "VFs"));
    assertTrue(story.models().workspace().session().plan().imagined().isEmpty());
  }
}
