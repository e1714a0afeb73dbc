package org.iommuscope.app.workspace;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A search in the background about the plan that is open, which counts its looks and can be ended;
 * what it finds is dropped once the plan is another one.
 *
 * @param <A> what is found
 */
public final class PlanSearch<A> {

  /** Nobody looks at a count that changes more often. */
  private static final int LOOKS_BETWEEN_NEWS = 64;

  /**
   * The search itself.
   *
   * @param <A> what is found
   */
  @FunctionalInterface
  public interface Work<A> {

    /**
     * Searches; not on the window's thread.
     *
     * @param cancelled asked again and again
     */
    A search(Session session, BooleanSupplier cancelled);
  }

  private record Question<A>(Session session, Work<A> work, AtomicBoolean dropped) {}

  private record Answer<A>(Session session, A found) {}

  private final Workspace workspace;
  private final Latest.Executors executors;
  private final Latest<Question<A>, Answer<A>> searching;
  private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyObjectWrapper<@Nullable A> found = new ReadOnlyObjectWrapper<>();
  private AtomicBoolean dropped = new AtomicBoolean();

  public PlanSearch(Workspace workspace, Latest.Executors executors) {
    this.workspace = workspace;
    this.executors = executors;
    searching = new Latest<>(this::search, executors, this::show);
    workspace.sessionProperty().subscribe(this::changed);
  }

  /** How many looks a running search has taken, about; -1 while none runs. */
  public ReadOnlyIntegerProperty looksProperty() {
    return looks.getReadOnlyProperty();
  }

  /** What the last search found for the plan that is open; null where there is none. */
  public ReadOnlyObjectProperty<@Nullable A> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Starts a search; one that is still under way is ended. */
  public void ask(Work<A> work) {
    cancel();
    dropped = new AtomicBoolean();
    found.set(null);
    looks.set(0);
    searching.ask(new Question<>(workspace.session(), work, dropped));
  }

  /** Ends the search that is under way; what it found by then is dropped. */
  public void cancel() {
    dropped.set(true);
    looks.set(-1);
  }

  private void changed(Session before, Session now) {
    if (!isSame(before, now)) {
      cancel();
      found.set(null);
    }
  }

  private static boolean isSame(Session one, Session other) {
    return one.imported() == other.imported() && one.plan().equals(other.plan());
  }

  private Answer<A> search(Question<A> asked) {
    return new Answer<>(
        asked.session(), asked.work().search(asked.session(), new Counted(asked.dropped())));
  }

  private void show(Answer<A> answer) {
    if (!dropped.get() && isSame(answer.session(), workspace.session())) {
      looks.set(-1);
      found.set(answer.found());
    }
  }

  /** Counts how often it is asked, and tells the window now and then. */
  private final class Counted implements BooleanSupplier {

    private final AtomicBoolean ended;
    private int count;

    Counted(AtomicBoolean ended) {
      this.ended = ended;
    }

    @Override
    public boolean getAsBoolean() {
      count++;
      if (count % LOOKS_BETWEEN_NEWS == 0) {
        int now = count;
        executors.window().execute(() -> tell(now));
      }
      return ended.get();
    }

    private void tell(int now) {
      if (!ended.get() && looks.get() >= 0) {
        looks.set(now);
      }
    }
  }
}
