package org.iommuscope.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.model.plan.GuestName;
import org.junit.jupiter.api.Test;

/** A search beside a window whose user does not wait. */
class PlanSearchTest {

  private final List<Runnable> waiting = new ArrayList<>();
  private final Latest.Executors byHand = new Latest.Executors(waiting::add, Runnable::run);
  private final Workspace workspace =
      new Workspace(
          Judgement.of(Session.empty(), Sample.SIMULATOR),
          Sample.SIMULATOR,
          new Latest.Executors(Runnable::run, Runnable::run));
  private final PlanSearch<String> search = new PlanSearch<>(workspace, byHand);

  @Test
  void tells_that_it_runs_and_what_it_found() {
    search.ask((session, cancelled) -> "found");
    assertEquals(0, search.looksProperty().get());
    assertNull(search.foundProperty().get());
    work();
    assertEquals(-1, search.looksProperty().get());
    assertEquals("found", search.foundProperty().get());
  }

  @Test
  void counts_its_looks_for_those_who_wait() {
    List<Integer> counts = new ArrayList<>();
    search.looksProperty().subscribe(count -> counts.add(count.intValue()));
    search.ask((session, cancelled) -> {
      for (int look = 0; look < 200; look++) {
        assertFalse(cancelled.getAsBoolean());
      }
      return "found";
    });
    work();
    assertEquals(List.of(-1, 0, 64, 128, 192, -1), counts);
  }

  @Test
  void ends_when_it_is_told_and_shows_nothing() {
    search.ask((session, cancelled) -> {
      search.cancel();
      assertTrue(cancelled.getAsBoolean());
      return "half";
    });
    work();
    assertNull(search.foundProperty().get());
  }

  @Test
  void drops_what_it_found_for_a_plan_that_is_no_longer_open() {
    search.ask((session, cancelled) -> "for the empty plan");
    work();
    assertEquals("for the empty plan", search.foundProperty().get());
    search.ask((session, cancelled) -> "for the empty plan");
    workspace.perform(new Intent.AddGuest(new GuestName("A"), List.of()));
    assertEquals(-1, search.looksProperty().get());
    work();
    assertNull(search.foundProperty().get());
  }

  @Test
  void only_the_last_question_is_answered() {
    search.ask((session, cancelled) -> "first");
    search.ask((session, cancelled) -> "second");
    work();
    assertEquals("second", search.foundProperty().get());
  }

  private void work() {
    List<Runnable> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(Runnable::run);
  }
}
