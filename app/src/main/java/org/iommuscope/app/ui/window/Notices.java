package org.iommuscope.app.ui.window;

import javafx.stage.Stage;
import org.controlsfx.control.Notifications;
import org.iommuscope.app.ui.log.EventLog;

/** Says things that pass by themselves; the log keeps them. */
final class Notices {

  private final Stage stage;
  private final EventLog log;

  Notices(Stage stage, EventLog log) {
    this.stage = stage;
    this.log = log;
  }

  /** Says something and keeps it. */
  void tell(String title, String text) {
    log.note(title + ": " + text);
    show(title, text);
  }

  /** Says something where there is anything to say. */
  void tellIfAny(String title, String text) {
    if (!text.isEmpty()) {
      tell(title, text);
    }
  }

  /** Says something that the log need not have. */
  void show(String title, String text) {
    Notifications.create().owner(stage).title(title).text(text).show();
  }
}
