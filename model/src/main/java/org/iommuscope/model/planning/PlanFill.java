package org.iommuscope.model.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.HostTopology;

/** Finds devices for what a plan wishes for; the simulation proves the plan that comes of it. */
public final class PlanFill {

  private static final String LIMIT = "1500ms";

  private final AttachSimulator simulator;
  private final HostTopology host;
  private final RuleProfile profile;

  public PlanFill(AttachSimulator simulator, HostTopology host, RuleProfile profile) {
    this.simulator = simulator;
    this.host = host;
    this.profile = profile;
  }

  /**
   * Adds the guests that are wished for to a plan, with devices.
   *
   * @param cancelled asked again and again while it works
   */
  public FillAnswer of(AssignmentPlan plan, Requests requests, BooleanSupplier cancelled) {
    Judge judge = new Judge(simulator, host, profile, cancelled, Integer.MAX_VALUE);
    Offers source = new Offers(judge, plan, requests);
    Map<DeviceKind, Offers.Of> byKind = new LinkedHashMap<>();
    requests.guests().stream()
        .flatMap(request -> request.kinds().stream())
        .forEach(kind -> byKind.computeIfAbsent(kind, source::kind));
    FillAnswer answer =
        tooFew(requests, byKind)
            .orElseGet(() -> assigned(plan, requests.guests(), byKind, judge, cancelled));
    return cancelled.getAsBoolean() ? new FillAnswer.Cancelled() : answer;
  }

  private static Optional<FillAnswer> tooFew(Requests requests, Map<DeviceKind, Offers.Of> byKind) {
    for (Map.Entry<DeviceKind, Offers.Of> entry : byKind.entrySet()) {
      int wanted =
          requests.guests().stream()
              .mapToInt(request -> request.guests() * count(request, entry.getKey()))
              .sum();
      int offered = entry.getValue().offers().size();
      if (offered < wanted) {
        return Optional.of(
            new FillAnswer.TooFew(entry.getKey(), wanted, offered, entry.getValue().hindrances()));
      }
    }
    return Optional.empty();
  }

  private static int count(GuestRequest request, DeviceKind kind) {
    return (int) request.kinds().stream().filter(kind::equals).count();
  }

  private FillAnswer assigned(
      AssignmentPlan plan,
      List<GuestRequest> requests,
      Map<DeviceKind, Offers.Of> byKind,
      Judge judge,
      BooleanSupplier cancelled) {
    Places places = new Places(requests, byKind);
    Optional<Assignment.Solved> solved = solve(places, cancelled);
    if (solved.isEmpty()) {
      return contradiction(requests, byKind, cancelled);
    }
    List<Offer.Taken> taken = new ArrayList<>();
    List<FillAnswer.Choice> choices = new ArrayList<>();
    for (int slot = 0; slot < places.slots().size(); slot++) {
      Offer offer = places.offers().get(solved.get().offers()[slot]);
      GuestName guest = places.guest(slot);
      taken.add(new Offer.Taken(guest, offer));
      int others = places.offered(slot) - 1;
      choices.add(new FillAnswer.Choice(guest, places.kind(slot), offer, others));
    }
    AssignmentPlan filled = Offer.taken(taken, plan);
    return judge.firstTrouble(filled).isEmpty()
        ? new FillAnswer.Filled(filled, choices, solved.get().isCheapest())
        : new FillAnswer.GaveUp();
  }

  /** A flow where it suffices, for it is quick; constraints where devices are tied together. */
  private Optional<Assignment.Solved> solve(Places places, BooleanSupplier cancelled) {
    return places.areTied()
        ? new Assignment(host, places.offers()).solve(places.slots(), LIMIT, cancelled)
        : new FlowAssignment(host, places.offers()).solve(places.slots());
  }

  /** Leaves out each request that is not needed for the trouble. */
  private FillAnswer contradiction(
      List<GuestRequest> requests, Map<DeviceKind, Offers.Of> byKind, BooleanSupplier cancelled) {
    List<GuestRequest> core = new ArrayList<>(requests);
    for (GuestRequest request : requests) {
      List<GuestRequest> without = new ArrayList<>(core);
      without.remove(request);
      Places places = new Places(without, byKind);
      if (!without.isEmpty() && solve(places, cancelled).isEmpty()) {
        core = without;
      }
    }
    core.sort(Comparator.comparing(GuestRequest::name));
    return new FillAnswer.Contradiction(core);
  }
}
