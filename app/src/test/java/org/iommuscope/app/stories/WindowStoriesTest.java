package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.iommuscope.app.ui.filter.Trait;
import org.iommuscope.app.workspace.CaptureFile;
import org.iommuscope.model.plan.AssignmentPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The sample machine under a user's hand; its group 12 is a graphics card of three functions. */
class WindowStoriesTest {

  private static final Path SAMPLE = Path.of("..", "captures", "q35-qemu-k61", "capture.tar.gz");
  private static final Path LARGE = Path.of("..", "captures", "q35-large-k612", "capture.tar.gz");
  private static final String GPU = "0000:04:00.0";
  private static final String GPU_AUDIO = "0000:04:00.1";

  private static final Path IN_USE =
      Path.of("..", "captures", "q35-desktop-in-use", "capture.tar.gz");

  private Story story;

  @BeforeEach
  void openTheSample() throws IOException, TimeoutException {
    story = Story.begin(new CaptureFile(SAMPLE).read(AssignmentPlan.EMPTY), 1280, 820);
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Nested
  class Help extends HelpStories {
    @Override
    Story story() {
      return story;
    }
  }

  @Nested
  class Verdicts extends VerdictStories {
    @Override
    Story story() {
      return story;
    }
  }

  @Nested
  class Planning extends PlanningStories {
    @Override
    Story story() {
      return story;
    }
  }

  @Nested
  class Evidence extends EvidenceStories {
    @Override
    Story story() {
      return story;
    }
  }

  @Nested
  class Captures extends CaptureStories {
    @Override
    Story story() {
      return story;
    }
  }

  @Test
  void opens_the_sample() {
    assertEquals("26 devices, 18 groups", story.text("#status-size"));
    story.look("opens-the-sample");
  }

  @Test
  void another_capture_is_fitted_when_it_arrives() {
    story.open(LARGE);
    assertEquals("279 devices, 61 groups", story.text("#status-size"));
    story.look("another-capture");
  }

  @Test
  void a_dropped_file_is_read_and_the_reading_can_be_ended() throws IOException, TimeoutException {
    story.close();
    story =
        Story.begin(new CaptureFile(SAMPLE).read(AssignmentPlan.EMPTY), new HalfRead(), 1280, 820);
    story.dropFiles(Path.of("large-server.tar.zst"));
    story.see("#opening-cancel");
    story.look("a-capture-is-being-read");
    story.press(KeyCode.ESCAPE);
    assertEquals("26 devices, 18 groups", story.text("#status-size"));
  }

  @Test
  void finds_a_device_by_its_driver() {
    story.click("#find");
    story.write("nvme");
    assertEquals("1 found", story.text("#find-place"));
    story.press(KeyCode.ENTER);
    assertEquals("1 of 1", story.text("#find-place"));
    story.look("finds-a-device");
  }

  @Test
  void goes_to_anything_by_keyboard_alone() {
    story.press(KeyCode.CONTROL, KeyCode.K);
    story.write("usb");
    story.waitUntil(() -> story.isSeen("#palette-list .entry"));
    story.look("the-palette");
    story.press(KeyCode.DOWN);
    story.press(KeyCode.ENTER);
    assertEquals(1, story.models().workspace().session().selection().size());
  }

  @Test
  void a_menu_that_the_pointer_passed_takes_no_arrow_keys() {
    story.hover("#menu-file");
    story.hover("#diagram");
    story.press(KeyCode.DOWN);
    assertFalse(story.isSeen(".context-menu"));
    assertEquals(1, story.selection().size());
  }

  @Test
  void filters_the_tree_and_the_table() {
    onlyWhat(Trait.CLASS, "network");
    onlyWhat(Trait.DRIVER, "e1000");
    assertEquals("2 of 26 devices", story.text("#filters-summary"));
    story.look("the-tree-is-filtered");
    story.click("#show-table");
    story.look("the-table-is-filtered");
    story.click("#chip-class-network");
    onlyWhat(Trait.CLASS, "storage");
    assertEquals("None of 26 devices has", story.text("#filters-summary"));
    story.look("nothing-passes-the-filters");
    story.click("#filters-clear");
    assertFalse(story.isSeen("#filters"));
  }

  @Test
  void the_pointer_lights_the_way_to_the_root_and_the_groups_mates() {
    story.hoverRow(GPU_AUDIO);
    story.look("the-way-to-the-root");
  }

  @Test
  void handles_open_and_close_each_row_on_its_own() {
    story.clickHandle("0000:06:10.0");
    story.clickHandle("0000:00:04.0");
    story.hoverRow("0000:06:10.2");
    story.look("a-fold-is-open-and-a-subtree-closed");
    story.clickRow("0000:06:10.2");
    story.press(KeyCode.LEFT);
    story.press(KeyCode.LEFT);
    assertEquals("0000:06:00.0", story.selected());
    story.press(KeyCode.SPACE);
    story.look("the-subtree-of-a-card-is-closed");
  }

  @Test
  void the_small_map_shows_where_one_is() {
    story.open(LARGE);
    assertFalse(story.isSeen("#minimap"));
    story.clickRow("0000:14:00.0");
    story.press(KeyCode.CONTROL, KeyCode.DIGIT9);
    story.look("near-with-the-small-map");
    story.click("#minimap");
    story.look("moved-by-the-small-map");
  }

  @Test
  void goes_back_to_where_one_was() {
    story.clickRow(GPU);
    story.press(KeyCode.CONTROL, KeyCode.DIGIT9);
    story.clickRow(GPU_AUDIO);
    story.press(KeyCode.ALT, KeyCode.LEFT);
    assertEquals(GPU, story.selected());
    story.press(KeyCode.ALT, KeyCode.LEFT);
    story.press(KeyCode.ALT, KeyCode.LEFT);
    assertFalse(story.isEnabled("#back"));
    story.press(KeyCode.ALT, KeyCode.RIGHT);
    assertEquals(GPU, story.selected());
  }

  @Test
  void dragging_a_gpu_function_names_the_rest_of_its_group() {
    story.click("#add-guest");
    story.carry(GPU, "#guest-A");
    story.look("a-gpu-function-in-flight");
    story.letGo();
    assertTrue(story.says("#verdict", GPU_AUDIO));
    story.look("the-groups-other-members-are-named");
  }

  @Test
  void fixes_are_applied_until_the_guest_starts() {
    giveTheGpuToItsGuest();
    assertEquals("starts with its device", story.text("#guest-A-reply"));
    story.look("the-fix-is-applied");
  }

  @Test
  void a_second_guest_with_a_sibling_is_busy() {
    giveTheGpuToItsGuest();
    story.drag(GPU_AUDIO, "#new-guest");
    assertTrue(story.says("#verdict", "EBUSY"));
    assertTrue(story.says("#guest-B", "guest A"));
    story.look("a-second-guest-is-busy");
  }

  @Test
  void a_viommu_parts_devices_that_cannot_be_parted() {
    giveTheGpuToItsGuest();
    story.drag(GPU_AUDIO, "#guest-A");
    applyFixes();
    assertEquals("starts with its 2 devices", story.text("#guest-A-reply"));
    story.click("#guest-A-viommu");
    assertTrue(story.text("#guest-A-reply").startsWith("no"));
    story.look("a-viommu-is-switched-on");
  }

  @Test
  void assigns_by_keyboard_alone() {
    story.press(KeyCode.CONTROL, KeyCode.F);
    story.write("82574");
    story.press(KeyCode.ENTER);
    story.press(KeyCode.ESCAPE);
    story.press(KeyCode.A);
    story.look("the-assign-key-asks-for-a-guest");
    story.press(KeyCode.ENTER);
    assertTrue(story.says("#guest-A", "0000:01:00.0"));
    story.look("assigned-by-keyboard");
  }

  @Test
  void several_devices_are_dragged_at_once() {
    story.click("#add-guest");
    story.clickRow(GPU);
    story.press(KeyCode.SHIFT, KeyCode.DOWN);
    story.carryToTheGround(GPU_AUDIO);
    story.look("two-functions-in-flight");
    story.letGo();
    story.look("dropped-beside-the-cards");
    story.press(KeyCode.ESCAPE);
    story.press(KeyCode.G);
    story.press(KeyCode.A);
    story.press(KeyCode.ENTER);
    assertTrue(story.says("#guest-A", "0000:04:00.2"));
    story.press(KeyCode.DELETE);
    assertEquals("has no device yet", story.text("#guest-A-reply"));
  }

  @Test
  void a_device_that_nobody_takes_goes_back() {
    story.drag(GPU, "#tools");
    assertFalse(story.isCarrying());
    story.drag(GPU, "#status");
    assertFalse(story.isCarrying());
  }

  @Test
  void escape_puts_a_device_back() {
    story.click("#add-guest");
    story.carry(GPU, "#guest-A");
    story.press(KeyCode.ESCAPE);
    story.letGo();
    assertFalse(story.says("#guest-A", GPU));
    story.look("escape-puts-it-back");
  }

  @Test
  void undoes_everything() {
    giveTheGpuToItsGuest();
    story.click("#guest-A-viommu");
    for (int edit = 0; edit < 5 && story.isEnabled("#undo"); edit++) {
      story.press(KeyCode.CONTROL, KeyCode.Z);
    }
    assertFalse(story.isEnabled("#undo"));
    assertTrue(story.isEnabled("#redo"));
    story.look("everything-is-undone");
  }

  @Test
  void the_table_has_the_same_selection_and_can_be_dragged_from() {
    story.clickRow(GPU);
    story.click("#show-table");
    story.look("the-table");
    story.dragNode("0000:01:00.0", "#new-guest");
    assertTrue(story.says("#guest-A", "0000:01:00.0"));
    story.look("dragged-from-the-table");
  }

  @Test
  void inspects_every_fact() {
    story.clickRow("0000:06:00.0");
    story.click("#show-inspector");
    story.look("the-inspector");
    story.click("#inspector-title");
    assertEquals("facts", story.walkFocus("facts").getLast());
    story.press(KeyCode.END);
    story.press(KeyCode.PAGE_UP);
    story.press(KeyCode.PAGE_UP);
    story.look("the-decoded-config-space");
  }

  @Test
  void the_small_window_in_the_dark_has_room_for_all() {
    story.resize(1024, 700);
    story.press(KeyCode.CONTROL, KeyCode.D);
    giveTheGpuToItsGuest();
    story.drag(GPU_AUDIO, "#new-guest");
    story.look("small-and-dark");
    story.press(KeyCode.CONTROL, KeyCode.D);
  }

  @Test
  void what_the_host_would_lose_is_told_before_the_plan_is_saved() {
    story.open(IN_USE);
    story.drag("0000:00:1f.2", "#new-guest");
    story.drag("0000:01:00.0", "#guest-A");
    assertTrue(story.text("#losses-summary").contains("disk / (root)"));
    story.look("the-host-would-lose");
    story.press(KeyCode.CONTROL, KeyCode.S);
    story.look("before-the-plan-is-saved");
    story.press(KeyCode.ESCAPE);
    story.press(KeyCode.CONTROL, KeyCode.E);
    assertTrue(story.isSeen("#save-sheet"));
    story.press(KeyCode.ESCAPE);
    story.click("#losses-summary");
    story.click("#show-inspector");
    story.look("a-disk-of-the-host");
  }

  /** Chooses from the filter menu by keyboard alone. */
  private void onlyWhat(Trait trait, String value) {
    story.press(KeyCode.CONTROL, KeyCode.L);
    story.pressOften(KeyCode.DOWN, trait.ordinal() + 1);
    story.press(KeyCode.RIGHT);
    List<String> values = List.copyOf(story.models().filter().valuesOf(trait).keySet());
    story.pressOften(KeyCode.DOWN, values.indexOf(value));
    story.press(KeyCode.ENTER);
  }

  private void giveTheGpuToItsGuest() {
    story.drag(GPU, "#new-guest");
    applyFixes();
  }

  private void applyFixes() {
    for (int fix = 0; fix < 3 && story.isSeen("#fix-1"); fix++) {
      story.click("#fix-1");
    }
    assertFalse(story.isSeen("#fix-1"));
  }
}
