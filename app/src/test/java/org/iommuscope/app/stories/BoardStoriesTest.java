package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanWriter;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.app.settings.SessionStore;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several plans for a desktop that is in use, under a user's hand. */
class BoardStoriesTest {

  private static final Path IN_USE =
      Path.of("..", "captures", "q35-desktop-in-use", "capture.tar.gz");
  private static final String GPU = "0000:04:00.0";
  private static final String GPU_AUDIO = "0000:04:00.1";
  private static final String USB = "0000:03:00.0";

  private Story story;

  @BeforeEach
  void open() throws IOException, TimeoutException {
    story = Story.begin(new CaptureFile(IN_USE).read(AssignmentPlan.EMPTY), 1280, 820);
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void plans_stand_beside_one_another_and_are_compared() {
    story.drag(GPU, "#new-guest");
    story.drag(GPU_AUDIO, "#guest-A");
    story.click("#plan-branch");
    story.click("#guest-A-remove");
    story.drag(USB, "#new-guest");
    story.press(KeyCode.CONTROL, KeyCode.P);
    story.waitUntil(() -> story.says("#board-differences", "Plan 2 frees 0000:04:00.0"));
    assertTrue(story.says("#board-differences", "Plan 2 takes 0000:03:00.0"));
    story.look("plans-beside-one-another");
    story.click("#plan-Plan-1-show");
    story.waitUntil(() -> story.says("#board-differences", "Plan 1 frees 0000:03:00.0"));
    story.press(KeyCode.ESCAPE);
    assertEquals("Plan 1", story.models().workspace().board().current().name());
    assertEquals(1, story.models().workspace().session().plan().guests().size());
  }

  @Test
  void a_plan_is_renamed_taken_off_and_brought_back_in_the_dark() {
    story.press(KeyCode.CONTROL, KeyCode.D);
    story.drag(GPU, "#new-guest");
    story.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    story.press(KeyCode.CONTROL, KeyCode.P);
    story.click("#plan-Plan-2-name");
    story.press(KeyCode.CONTROL, KeyCode.A);
    story.write("With the card");
    story.press(KeyCode.ENTER);
    story.waitUntil(() -> story.isSeen("#plan-With-the-card"));
    story.look("the-board-in-the-dark");
    story.click("#plan-With-the-card-drop");
    assertFalse(story.isSeen("#plan-With-the-card"));
    story.click("#board-back");
    assertTrue(story.isSeen("#plan-With-the-card"));
  }

  @Test
  void the_history_is_looked_at_and_jumped_in() {
    story.drag(GPU, "#new-guest");
    story.drag(GPU_AUDIO, "#guest-A");
    story.drag(USB, "#new-guest");
    story.waitUntil(() -> story.isSeen("#guest-B"));
    story.press(KeyCode.CONTROL, KeyCode.H);
    story.press(KeyCode.UP);
    story.press(KeyCode.UP);
    story.press(KeyCode.ENTER);
    assertEquals(1, story.models().workspace().session().plan().guests().size());
    story.look("the-history-of-a-plan");
  }

  @Test
  void a_refusal_is_waived_until_a_day_and_a_plan_is_commented() {
    story.drag(GPU, "#new-guest");
    story.click(".trouble .flat");
    story.write("The night build needs it");
    story.click("#waive-it");
    story.waitUntil(() -> story.says("#waiver-1", "waives 1 step"));
    story.click("#comment-0");
    story.write("For the workshop");
    story.press(KeyCode.ENTER);
    story.look("comments-and-waivers");
    AssignmentPlan plan = story.models().workspace().session().plan();
    assertEquals("1970-04-01", plan.waivers().getFirst().until().orElseThrow().toString());
    story.press(KeyCode.ESCAPE);
    story.look("a-waived-refusal");
  }

  @Test
  void edits_that_a_killed_program_had_noted_are_offered_and_recovered()
      throws IOException, TimeoutException {
    story.close();
    story =
        Story.begin(
            new CaptureFile(IN_USE).read(AssignmentPlan.EMPTY),
            new TopologyImporter(PciNames::none)::read,
            List.of(killed()),
            1280,
            820);
    story.see("#left-1-go");
    story.look("edits-that-were-not-saved");
    story.click("#left-1-go");
    story.waitUntil(() -> story.isSeen("#guest-Workshop"));
    assertFalse(story.isSeen("#left-1-go"));
  }

  @Test
  void a_plan_that_comes_with_its_capture_keeps_its_file() {
    Path machine = Path.of("..", "captures", "q35-desktop-k61");
    Path plan = machine.resolve("plans/gpu-whole/plan.json");
    story.dropFiles(plan, machine.resolve("capture.tar.gz"));
    story.waitUntil(() -> story.isSeen("#guest-desktop"));
    assertEquals(Optional.of(plan), story.models().workspace().board().current().file());
    assertEquals("starts with its 3 devices", story.text("#guest-desktop-reply"));
  }

  @Test
  void waivers_that_contradict_each_other_and_one_that_expired_are_named(@TempDir Path folder)
      throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("workshop.json"),
            """
            {"format": "iommuscope-plan/1",
             "comment": "What the workshop asked for",
             "guests": [{"name": "A", "comment": "the build machine",
                         "devices": [{"host": "0000:04:00.0", "comment": "its screen"}]}],
             "waivers": [{"rule": "group-node-exists", "until": "1970-06-30"},
                         {"rule": "group-node-exists", "device": "0000:04:00.0"},
                         {"rule": "group-is-viable", "until": "1969-12-31"}]}
            """);
    story.dropFiles(plan);
    story.waitUntil(() -> story.isSeen("#guest-A"));
    assertEquals("workshop", story.models().workspace().board().current().name());
    assertTrue(story.says("#guest-A", "the build machine"));
    story.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    assertTrue(story.says("#waiver-conflicts", "contradict each other"));
    assertTrue(story.says("#waiver-3", "expired on 1969-12-31"));
    story.look("waivers-that-contradict-each-other");
  }

  @Test
  void a_plan_for_another_host_asks_which_device_is_meant(@TempDir Path folder) throws IOException {
    AssignmentPlan plan = giving(GPU, USB);
    PlanFile made = PlanFile.of(plan).madeFor(story.models().workspace().session().host());
    String elsewhere = new PlanWriter().write(made).replace(USB, "0000:09:00.0");
    story.dropFiles(Files.writeString(folder.resolve("plan.json"), elsewhere));
    story.waitUntil(() -> story.isSeen("#doubts"));
    story.look("a-plan-for-another-host");
    story.click("#doubts .button");
    assertTrue(story.says("#doubts", "from now on"));
    story.press(KeyCode.ESCAPE);
    assertEquals(plan.guests(), story.models().workspace().session().plan().guests());
  }

  private static AssignmentPlan giving(String... devices) {
    AssignmentPlan plan = AssignmentPlan.EMPTY;
    for (String device : devices) {
      plan = new PlanChange.Assign(new GuestName("A"), DeviceRef.parse(device)).applyTo(plan);
    }
    return plan;
  }

  private static SessionStore.Left killed() {
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withGuests(List.of(Guest.named(new GuestName("Workshop"))));
    return new SessionStore.Left(
        "1",
        new SavedSession(
            Instant.parse("2026-11-22T21:04:00Z"),
            false,
            "capture",
            List.of(IN_USE.toAbsolutePath().normalize().toString()),
            Optional.empty(),
            "Plan 2",
            List.of(
                new SavedSession.SavedPlan(
                    "Plan 1", Optional.empty(), 0, PlanFile.of(AssignmentPlan.EMPTY)),
                new SavedSession.SavedPlan("Plan 2", Optional.empty(), 3, PlanFile.of(plan)))));
  }
}
