package org.iommuscope.app.workspace;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A computation off the window's thread of which only the answer to the latest question counts.
 *
 * @param <Q> the question, immutable
 * @param <A> the answer
 */
public final class Latest<Q, A> {

  private final Function<Q, A> work;
  private final Executors executors;
  private final Consumer<A> answered;
  private final AtomicLong asked = new AtomicLong();

  public Latest(Function<Q, A> work, Executors executors, Consumer<A> answered) {
    this.work = work;
    this.executors = executors;
    this.answered = answered;
  }

  /** Where work is done, and where its answers are shown. */
  public record Executors(Executor background, Executor window) {}

  /** Asks; a question that is still being worked on is not answered any more. */
  public void ask(Q question) {
    long ticket = asked.incrementAndGet();
    executors.background().execute(() -> answer(ticket, question));
  }

  private void answer(long ticket, Q question) {
    if (asked.get() != ticket) {
      return;
    }
    A answer = work.apply(question);
    executors
        .window()
        .execute(() -> {
          if (asked.get() == ticket) {
            answered.accept(answer);
          }
        });
  }
}
