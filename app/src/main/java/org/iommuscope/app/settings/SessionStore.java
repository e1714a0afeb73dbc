package org.iommuscope.app.settings;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.SavedSession;

/** Where a window notes what is open in it, so that it can be opened again. */
public interface SessionStore {

  /** A session that no running program has. */
  record Left(String id, SavedSession session) {}

  /** Notes what is open; answers with a sentence why where it could not. */
  Optional<String> keep(SavedSession session);

  /** What is noted from now on is another session; what was noted before stays. */
  void beginAnother();

  /** The sessions that have ended, the newest first. */
  List<Left> left();

  /** Forgets a session. */
  void discard(String id);
}
