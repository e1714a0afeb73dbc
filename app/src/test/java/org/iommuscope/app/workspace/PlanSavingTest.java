package org.iommuscope.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;

class PlanSavingTest {

  private static final HostTopology HOST = Session.empty().host();

  private static final PlanFile EMPTY = PlanFile.of(AssignmentPlan.EMPTY);

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> happened = new ArrayList<>();
  private final PlanSaving saving =
      new PlanSaving(this::write, new Latest.Executors(background::add, Runnable::run));

  @Test
  void nothing_is_written_on_the_thread_that_asks() {
    saving.save(Path.of("a.json"), EMPTY, HOST, this::tell);
    assertEquals(List.of(), happened);
    background.remove().run();
    assertEquals(List.of("write a.json", "told nothing"), happened);
  }

  @Test
  void plans_are_written_in_the_order_in_which_they_were_saved() {
    saving.save(Path.of("a.json"), EMPTY, HOST, this::tell);
    saving.save(Path.of("b.json"), EMPTY, HOST, this::tell);
    while (!background.isEmpty()) {
      background.remove().run();
    }
    assertEquals(List.of("write a.json", "told nothing", "write b.json", "told no room"), happened);
  }

  private PlanStore.Saved write(Path file, PlanFile plan, HostTopology host) {
    happened.add("write " + file);
    return new PlanStore.Saved(
        plan, file.endsWith("b.json") ? Optional.of("no room") : Optional.empty());
  }

  private void tell(PlanStore.Saved saved) {
    happened.add("told " + saved.failure().orElse("nothing"));
  }
}
