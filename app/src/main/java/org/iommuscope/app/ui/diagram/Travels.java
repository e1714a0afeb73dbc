package org.iommuscope.app.ui.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody has been, to go back and forward.
 *
 * @param <P> a place
 */
final class Travels<P> {

  private static final int FARTHEST = 200;

  private final Deque<P> behind = new ArrayDeque<>();
  private final Deque<P> ahead = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper forward = new ReadOnlyBooleanWrapper();

  ReadOnlyBooleanProperty backProperty() {
    return back.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty forwardProperty() {
    return forward.getReadOnlyProperty();
  }

  /** Goes on from a place, so that it can be come back to. */
  void leave(P place) {
    if (!place.equals(behind.peek())) {
      behind.push(place);
    }
    if (behind.size() > FARTHEST) {
      behind.removeLast();
    }
    ahead.clear();
    tell();
  }

  /** The place before this one. */
  Optional<P> back(P here) {
    return step(behind, ahead, here);
  }

  /** The place that was come back from. */
  Optional<P> forward(P here) {
    return step(ahead, behind, here);
  }

  void forget() {
    behind.clear();
    ahead.clear();
    tell();
  }

  private Optional<P> step(Deque<P> from, Deque<P> to, P here) {
    @Nullable P reached = from.poll();
    if (reached != null) {
      to.push(here);
    }
    tell();
    return Optional.ofNullable(reached);
  }

  private void tell() {
    back.set(!behind.isEmpty());
    forward.set(!ahead.isEmpty());
  }
}
