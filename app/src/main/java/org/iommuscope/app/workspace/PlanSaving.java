package org.iommuscope.app.workspace;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.topology.HostTopology;

/** Saves plans in the background, one after the other; used on the window's thread alone. */
public final class PlanSaving {

  private final PlanStore store;
  private final Latest.Executors executors;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  public PlanSaving(PlanStore store, Latest.Executors executors) {
    this.store = store;
    this.executors = executors;
  }

  /**
   * Writes the plan to a file.
   *
   * @param done is told on the window's thread what came of it
   */
  public void save(Path file, PlanFile plan, HostTopology host, Consumer<PlanStore.Saved> done) {
    last =
        last.thenApplyAsync(before -> store.save(file, plan, host), executors.background())
            .thenAcceptAsync(done, executors.window());
  }
}
