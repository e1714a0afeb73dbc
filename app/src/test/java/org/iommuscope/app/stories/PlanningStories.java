package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is led to a lawful one, and one that is filled in from wishes. */
abstract class PlanningStories {

  private static final String GPU = "0000:04:00.0";
  private static final String ROOT_PORT = "0000:00:03.0";
  private static final String GPU_AUDIO = "0000:04:00.1";

  abstract Story story();

  @Test
  void the_smallest_repair_is_applied_with_one_click_and_undone_with_another() {
    story().drag(GPU, "#new-guest");
    story().click("#seek-repair");
    story().see("#apply-repair-1");
    story().look("the-smallest-repair");
    story().click("#apply-repair-1");
    assertFalse(story().isSeen("#repair"));
    assertEquals("starts with its device", story().text("#guest-A-reply"));
    assertFalse(story().isSeen("#seek-repair"));
    story().look("the-repair-is-applied");
    story().press(KeyCode.CONTROL, KeyCode.Z);
    assertTrue(story().text("#guest-A-reply").startsWith("no"));
  }

  @Test
  void several_repairs_are_ranked_by_what_they_cost() {
    story().drag(GPU, "#new-guest");
    story().drag(GPU_AUDIO, "#new-guest");
    story().press(KeyCode.CONTROL, KeyCode.R);
    story().see("#apply-repair-3");
    story().look("repairs-ranked-by-cost");
    story().click("#apply-repair-2");
    assertEquals("starts with its 2 devices", story().text("#guest-A-reply"));
  }

  @Test
  void a_wish_that_nothing_can_grant_is_named() {
    story().drag(ROOT_PORT, "#new-guest");
    story().press(KeyCode.CONTROL, KeyCode.R);
    story().see("#repair");
    story().waitUntil(() -> story().says("#repair", "cannot be granted"));
    story().look("a-wish-that-nothing-can-grant");
    story().press(KeyCode.ESCAPE);
    assertTrue(story().isEnabled("#undo"));
  }

  @Test
  void a_plan_is_filled_in_from_wishes_and_emptied_by_one_undo() {
    story().command("Fill it in by wishes");
    story().click("#wish-more");
    story().click("#wish-2-guests");
    story().press(KeyCode.UP);
    story().press(KeyCode.UP);
    story().click("#wish-2-kind-1");
    for (int kind = 0; kind < 6; kind++) {
      story().press(KeyCode.DOWN);
    }
    story().press(KeyCode.ENTER);
    story().look("wishes-for-guests");
    story().click("#fill-find");
    story().waitUntil(() -> story().isEnabled("#fill-take"));
    story().look("what-is-found-for-the-wishes");
    story().click("#fill-take");
    assertTrue(story().says("#guest-A", "starts with"));
    story().look("a-plan-filled-in");
    story().press(KeyCode.CONTROL, KeyCode.Z);
    assertFalse(story().isSeen("#guest-A"));
  }

  @Test
  void a_plan_is_shown_as_other_programs_would_be_told_it() {
    story().drag(GPU, "#new-guest");
    story().command("Export the plan to other programs");
    story().waitUntil(() -> story().isEnabled("#definitions-save"));
    story().look("exported-to-libvirt");
    story().click("#definitions-target");
    story().press(KeyCode.DOWN);
    story().press(KeyCode.ENTER);
    story().look("exported-to-qemu");
    story().click("#definitions-copy");
    assertTrue(story().copied().contains("-device"), story()::copied);
  }

  @Test
  void the_wishes_of_a_plan_file_are_there_to_be_filled_in(@TempDir Path folder)
      throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("wishes.json"),
            """
            {"format": "iommuscope-plan/1", "guests": [], "wishes": [
              {"guest": "net", "guests": 2, "devices": [{"of": "0000:06:00.0"}]},
              {"keep": ["0000:06:10.0"]}
            ]}
            """);
    Platform.runLater(() -> story().models().planOpening().open(plan, opened -> {}));
    story().waitUntil(() -> story().models().workspace().board().current().file().isPresent());
    story().command("Fill it in by wishes");
    story().click("#fill-find");
    story().waitUntil(() -> story().isEnabled("#fill-take"));
    assertTrue(story().says("#fill-found", "net1 gets 0000:06:10.2"));
    assertTrue(story().says("#fill-found", "net2 gets 0000:06:10.4"));
  }

  @Test
  void wishes_that_cannot_be_granted_say_why() {
    story().command("Fill it in by wishes");
    story().click("#wish-1-guests");
    story().press(KeyCode.UP);
    story().press(KeyCode.UP);
    story().press(KeyCode.UP);
    story().click("#fill-find");
    story().waitUntil(() -> story().says("#fill", "Cannot be filled in"));
    assertFalse(story().isEnabled("#fill-take"));
    story().look("wishes-that-cannot-be-granted");
  }
}
