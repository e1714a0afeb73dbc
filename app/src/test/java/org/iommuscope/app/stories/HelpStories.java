package org.iommuscope.app.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.iommuscope.app.settings.Settings;
import org.junit.jupiter.api.Test;

/** What helps and what lasts: sheets over the window, menus, the keyboard alone. */
abstract class HelpStories {

  private static final String NIC = "0000:01:00.0";

  abstract Story story();

  @Test
  void the_shortcuts_are_on_a_function_key_and_on_the_question_mark() {
    story().press(KeyCode.F1);
    story().look("the-shortcuts");
    story().press(KeyCode.ESCAPE);
    assertFalse(story().isSeen("#sheet"));
    story().type("?");
    assertTrue(story().isSeen("#shortcuts"));
    story().press(KeyCode.A);
    assertFalse(story().isSeen("#assign"));
  }

  @Test
  void the_terms_and_the_licences_can_be_read() {
    story().press(KeyCode.SHIFT, KeyCode.F1);
    story().look("the-terms");
    story().press(KeyCode.ESCAPE);
    story().command("About iommuscope");
    story().look("about-the-program");
    story().press(KeyCode.ESCAPE);
    story().command("Show the log");
    assertTrue(story().says("#sheet", "Kept in nowhere"));
  }

  @Test
  void the_signs_of_the_picture_are_explained() {
    story().press(KeyCode.CONTROL, KeyCode.F1);
    story().look("the-signs");
    assertTrue(story().isSeen("#legend"));
  }

  @Test
  void what_is_set_holds_at_once() {
    story().press(KeyCode.CONTROL, KeyCode.COMMA);
    story().look("the-settings");
    story().press(KeyCode.DOWN);
    assertEquals(Settings.Look.DARK, story().settings().look());
    story().look("the-settings-in-the-dark");
    story().press(KeyCode.UP);
    story().press(KeyCode.ESCAPE);
    assertEquals(Settings.Look.LIGHT, story().settings().look());
  }

  @Test
  void captures_opened_last_are_in_the_palette() {
    story().press(KeyCode.CONTROL, KeyCode.K);
    story().write("server");
    story().waitUntil(() -> story().says("#palette-list", "/captures/server.tar.gz"));
  }

  @Test
  void a_row_tells_what_can_be_done_with_it() {
    story().askRow(NIC);
    assertEquals(NIC, story().selected());
    story().lookAtPopup("what-can-be-done-with-a-row");
    story().click("#row-only-class-network");
    assertEquals("4 of 26 devices", story().text("#filters-summary"));
    story().press(KeyCode.SHIFT, KeyCode.F10);
    story().pressOften(KeyCode.DOWN, 2);
    story().press(KeyCode.ENTER);
    assertTrue(story().isSeen("#inspector"));
  }

  @Test
  void every_part_of_the_window_is_reached_by_the_tabulator_key() {
    story().drag(NIC, "#new-guest");
    List<String> visited = story().walkFocus("diagram");
    assertEquals("diagram", visited.getLast());
    assertTrue(
        visited.containsAll(
            List.of(
                "back",
                "open-capture",
                "undo",
                "show-tree",
                "fit",
                "filter",
                "find",
                "profile",
                "add-guest",
                "guest-A-viommu",
                "show-verdict",
                "fix-1")),
        () -> "the focus went through " + visited);
    story().look("the-picture-has-the-focus");
    story().walkFocus("show-verdict");
    story().press(KeyCode.RIGHT);
    assertTrue(story().isSeen("#inspector"));
    story().walkFocus("show-tree");
    story().press(KeyCode.RIGHT);
    assertTrue(story().isSeen("#outline"));
  }

  @Test
  void a_step_of_the_verdict_selects_its_device_everywhere() {
    story().drag(NIC, "#new-guest");
    story().clickRow("0000:02:00.0");
    story().click("#trouble-0000-01-00-0");
    assertEquals(NIC, story().selected());
    story().look("a-step-and-its-device");
  }

  @Test
  void the_mouse_goes_back_and_forward_as_in_a_browser() {
    story().clickRow(NIC);
    story().press(KeyCode.CONTROL, KeyCode.DIGIT9);
    story().clickRow("0000:00:02.0");
    story().pressMouse(MouseButton.BACK);
    assertEquals(NIC, story().selected());
    story().pressMouse(MouseButton.FORWARD);
    assertEquals("0000:00:02.0", story().selected());
  }

  @Test
  void letters_stay_with_the_field_that_they_are_typed_into() {
    story().clickRow(NIC);
    story().click("#find");
    story().write("ag");
    story().press(KeyCode.CONTROL, KeyCode.V);
    assertFalse(story().isSeen("#paste"));
    assertFalse(story().isSeen("#assign"));
    assertEquals(List.of(NIC), story().selection());
    story().press(KeyCode.ESCAPE);
    story().press(KeyCode.A);
    assertTrue(story().isSeen("#assign"));
    story().press(KeyCode.CONTROL, KeyCode.T);
    assertFalse(story().isSeen("#outline"));
  }
}
