package org.iommuscope.app.ui.window;

import java.util.List;

/** The commands of one menu, in its order. */
record CommandGroup(String title, List<Command> commands) {

  CommandGroup(String title, Command... commands) {
    this(title, List.of(commands));
  }

  CommandGroup {
    commands = List.copyOf(commands);
  }
}
