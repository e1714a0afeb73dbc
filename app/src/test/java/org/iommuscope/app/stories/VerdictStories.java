package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;

/** The verdicts that are no plain refusal, and how they are answered. */
abstract class VerdictStories {

  private static final Path MDEVS =
      Path.of("..", "captures", "q35-mdev-k510-after", "capture.tar.gz");
  private static final String MDEV = "a0000000-0000-4000-8000-000000000004";
  private static final Path CRASHES = Path.of("..", "captures", "q35-desktop-k510");
  private static final Path BESIDE = Path.of("plans", "bind-beside-a-guest", "plan.json");
  private static final String GPU = "0000:04:00.0";

  abstract Story story();

  @Test
  void an_undecided_step_asks_and_is_answered() {
    story().open(MDEVS);
    story().drag(MDEV, "#new-guest");
    story().look("an-undecided-step-asks");
    story().click("#fix-1");
    assertEquals("starts with its device", story().text("#guest-A-reply"));
  }

  @Test
  void what_sysfs_does_not_show_is_told_in_the_inspector() {
    story().open(MDEVS);
    story().drag(MDEV, "#new-guest");
    story().click("#show-inspector");
    story().click("#annotations");
    story().click("#annotate-iommuDevice");
    story().press(KeyCode.DOWN);
    story().press(KeyCode.DOWN);
    story().press(KeyCode.ENTER);
    assertEquals("starts with its device", story().text("#guest-A-reply"));
    story().look("told-in-the-inspector");
    story().click("#undo");
    assertTrue(story().text("#guest-A-reply").startsWith("cannot tell"));
  }

  @Test
  void what_breaks_isolation_is_as_loud_as_a_refusal() {
    DeviceRef mdev = DeviceRef.parse(MDEV);
    AssignmentPlan told =
        new PlanChange.Assign(new GuestName("A"), mdev)
            .applyTo(AssignmentPlan.EMPTY)
            .withProfile(Optional.of("proposed-attach"))
            .withAnnotation(mdev, Annotation.backedBy(DeviceRef.parse(GPU)));
    story().open(MDEVS, told);
    assertTrue(story().text("#verdict-headline").contains("unsafe"));
    story().look("a-step-is-unsafe");
  }

  @Test
  void what_crashes_the_kernel_is_as_loud_as_a_refusal() {
    story().open(CRASHES.resolve("capture.tar.gz"), StoredPlan.read(CRASHES.resolve(BESIDE)));
    assertTrue(story().text("#verdict-headline").contains("crash"));
    story().look("a-step-would-crash-the-kernel");
    story().click("#show-comparison");
    story().click("#compare-dma-owner");
    assertEquals("Rules: dma-owner", story().text("#profile"));
    story().look("profiles-side-by-side");
  }
}
