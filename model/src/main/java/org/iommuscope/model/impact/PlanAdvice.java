package org.iommuscope.model.impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;

/** What is worth knowing of a plan although no step fails for it. */
public final class PlanAdvice {

  private final HostTopology host;
  private final AssignmentPlan plan;
  private final List<Advice> all = new ArrayList<>();

  private PlanAdvice(HostTopology host, AssignmentPlan plan) {
    this.host = host;
    this.plan = plan;
  }

  /** The advice for a plan, that of the host first; none for a plan without devices. */
  public static List<Advice> of(HostTopology host, AssignmentPlan plan) {
    PlanAdvice advice = new PlanAdvice(host, plan);
    SequencedSet<PciFunction> functions = advice.assigned();
    if (!functions.isEmpty()) {
      HostAdvice.overrideOf(host).ifPresent(advice.all::add);
    }
    FunctionAdvice.add(host, plan, functions, advice.all);
    GuestAdvice.add(host, plan, advice.all);
    advice.addCapacity();
    return List.copyOf(advice.all);
  }

  private SequencedSet<PciFunction> assigned() {
    SequencedSet<PciFunction> functions = new LinkedHashSet<>();
    for (Guest guest : plan.guests()) {
      guest.devices().stream()
          .map(given -> host.device(given.device()))
          .flatMap(Optional::stream)
          .filter(PciFunction.class::isInstance)
          .forEach(found -> functions.add((PciFunction) found));
    }
    return functions;
  }

  /** Types of one parent draw on the same memory, whatever their files say each. */
  private void addCapacity() {
    plan.guests().stream()
        .flatMap(guest -> guest.devices().stream())
        .flatMap(given -> host.device(given.device()).stream())
        .filter(MediatedDevice.class::isInstance)
        .flatMap(mdev -> ((MediatedDevice) mdev).parent().known().stream())
        .distinct()
        .filter(parent ->
            Optional.ofNullable(host.mdevParents().get(parent))
                .filter(found -> found.types().size() > 1)
                .isPresent())
        .forEach(parent ->
            all.add(
                new Advice(
                    Advice.Topic.CAPACITY,
                    List.of(parent),
                    "the mdev types of "
                        + parent
                        + " share one capacity: each mdev made lowers what is left of the others")));
  }
}
