package org.iommuscope.app.stories;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.SavedSession;
import org.iommuscope.app.settings.SessionStore;

/** Keeps no session and has none. */
enum NoSessions implements SessionStore {
  LEFT_NOTHING;

  @Override
  public Optional<String> keep(SavedSession session) {
    return Optional.empty();
  }

  @Override
  public void beginAnother() {}

  @Override
  public List<Left> left() {
    return List.of();
  }

  @Override
  public void discard(String id) {}
}
