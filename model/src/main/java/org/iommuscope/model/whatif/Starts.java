package org.iommuscope.model.whatif;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.HostTopology;

/** Keeps the last start that was imagined, for a search judges one host many times. */
public final class Starts {

  private record Start(HostTopology host, List<PlanStep> steps, RestartedHost restarted) {

    boolean isOf(HostTopology other, List<PlanStep> others) {
      return host == other && steps.equals(others);
    }
  }

  private final AtomicReference<Optional<Start>> last = new AtomicReference<>(Optional.empty());

  /** The host after the steps that need a start. */
  public RestartedHost of(HostTopology host, List<PlanStep> imagined) {
    List<PlanStep> steps = imagined.stream().filter(Dials::isAtBoot).toList();
    if (steps.isEmpty()) {
      return RestartedHost.as(host);
    }
    Optional<Start> known = last.get().filter(start -> start.isOf(host, steps));
    if (known.isPresent()) {
      return known.get().restarted();
    }
    RestartedHost restarted = RestartedHost.of(host, steps);
    last.set(Optional.of(new Start(host, steps, restarted)));
    return restarted;
  }
}
