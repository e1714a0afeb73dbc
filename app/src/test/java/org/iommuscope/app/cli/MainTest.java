package org.iommuscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @Test
  void tells_how_to_do_without_a_window_where_there_is_no_display() {
    CommandRun run = CommandRun.of("open");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("inspect") && run.err().contains("render"), run.err());
    assertEquals(1, run.err().lines().count());
    assertEquals("", run.out());
  }

  @Test
  void opens_the_window_where_it_is_called_without_arguments() {
    assertEquals(CommandRun.of("open"), CommandRun.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bogus", "--bogus", "open a b c", "open --bogus"})
  void answers_wrong_usage_with_one_sentence(String line) {
    CommandRun run = CommandRun.of(line.split(" "));

    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("--help"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "open", "inspect", "validate", "render", "replay", "profiles"})
  void explains_every_command_and_says_its_version(String command) {
    CommandRun help = CommandRun.of((command + " --help").strip().split(" "));
    CommandRun version = CommandRun.of((command + " --version").strip().split(" "));

    assertEquals(0, help.status());
    assertTrue(help.out().contains("Usage: iommuscope"), help.out());
    assertEquals(new CommandRun(0, "iommuscope 0.1.0\n", ""), version);
  }

  @Test
  void sees_a_display_of_x11_of_wayland_and_of_javafx_itself() {
    Properties headless = new Properties();
    headless.setProperty("glass.platform", "Headless");

    assertFalse(Display.of(Map.of(), new Properties()).present());
    assertFalse(Display.of(Map.of("DISPLAY", ""), new Properties()).present());
    assertTrue(Display.of(Map.of("DISPLAY", ":0"), new Properties()).present());
    assertTrue(Display.of(Map.of("WAYLAND_DISPLAY", "wayland-0"), new Properties()).present());
    assertTrue(Display.of(Map.of(), headless).present());
  }
}
