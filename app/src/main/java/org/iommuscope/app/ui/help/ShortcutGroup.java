package org.iommuscope.app.ui.help;

import java.util.List;

/** Keys that belong together, under a heading. */
public record ShortcutGroup(String title, List<Shortcut> shortcuts) {

  /** The keys of the tree picture, which are no commands. */
  public static final ShortcutGroup IN_THE_TREE =
      new ShortcutGroup(
          "In the tree",
          List.of(
              new Shortcut("Up, Down", "Select the row above or below"),
              new Shortcut("Right", "Open the row, or go on below it"),
              new Shortcut("Left", "Close the row, or go to the one above"),
              new Shortcut("Space", "Open or close the row"),
              new Shortcut("Shift+Up, Down", "Select one more"),
              new Shortcut("Ctrl+Arrows", "Move the picture"),
              new Shortcut("Wheel", "Zoom at the pointer"),
              new Shortcut("Ctrl+Click", "Select one more"),
              new Shortcut("Drag", "Carry a device to a guest"),
              new Shortcut("Esc", "Put a carried device back")));

  /** A key and what it does. */
  public record Shortcut(String keys, String text) {}

  public ShortcutGroup {
    shortcuts = List.copyOf(shortcuts);
  }
}
