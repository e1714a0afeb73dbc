package org.iommuscope.app.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.graph.GraphEdge;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.impact.Impact;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/**
 * A session with what would become of its plan, and the graph that the picture is made from.
 *
 * @param impact what the host would lose, which changes no verdict
 */
public record Judgement(
    Session session, Simulation simulation, TopologyGraph graph, Impact impact) {

  /** Judges a session's plan; milliseconds, and so not for the window's thread. */
  public static Judgement of(Session session, AttachSimulator simulator) {
    return of(session, simulator.run(session.host(), session.plan()));
  }

  private static Judgement of(Session session, Simulation simulation) {
    HostTopology host = simulation.imagined().host();
    return new Judgement(
        session,
        simulation,
        TopologyGraph.of(simulation.imagined(), session.plan(), simulation.verdict()),
        Impact.of(host, session.plan()));
  }

  /** The same, with the part of an earlier judgement's graph that no plan changes. */
  static Judgement of(Session session, AttachSimulator simulator, Judgement before) {
    if (before.session().host() != session.host()) {
      return of(session, simulator);
    }
    Simulation simulation = simulator.run(session.host(), session.plan());
    if (!simulation.imagined().isSameAs(before.simulation().imagined())
        || TopologyGraph.isMadeBy(session.plan())
        || TopologyGraph.isMadeBy(before.session().plan())) {
      return of(session, simulation);
    }
    return new Judgement(
        session,
        simulation,
        before.graph().with(session.plan(), Optional.of(simulation.verdict())),
        Impact.of(before.graph().host(), session.plan()));
  }

  /** The host as the plan imagines it; as captured where the plan imagines nothing. */
  public HostTopology host() {
    return graph.host();
  }

  public PlanVerdict verdict() {
    return simulation.verdict();
  }

  /** Whether this is the verdict on that session's plan. */
  public boolean isOf(Session other) {
    return session.imported() == other.imported() && session.plan().equals(other.plan());
  }

  /** What every guest would say to one more device. */
  public Proposals propose(DeviceRef device) {
    return propose(List.of(device));
  }

  /** What every guest would say to several devices at once, of which there is at least one. */
  public Proposals propose(List<DeviceRef> devices) {
    SequencedMap<GuestName, Reply> replies = new LinkedHashMap<>();
    for (Guest guest : session.plan().guests()) {
      replies.put(guest.name(), reply(simulation.propose(guest.name(), devices)));
    }
    GuestName fresh = session.newGuestWith().guest();
    return new Proposals(
        devices,
        replies,
        reply(simulation.propose(fresh, devices)),
        GroupMate.of(host(), session.plan(), devices));
  }

  /** Whether a guest that does not exist yet would get a device, after all that is planned. */
  public Answer answerOfNewGuest(DeviceRef device) {
    GuestName fresh = session.newGuestWith().guest();
    return Answer.of(simulation.propose(fresh, device).outcome());
  }

  /** How a guest fares: the worst of its steps, or that it starts. */
  public Reply replyOf(Guest guest) {
    List<StepVerdict> steps = stepsOf(guest.name()).filter(Judgement::isOpen).toList();
    if (guest.devices().isEmpty() && steps.isEmpty()) {
      return new Reply(Answer.UNASKED, "has no device yet");
    }
    return steps.stream()
        .filter(step -> step.outcome().isBad())
        .findFirst()
        .or(() -> steps.stream().findFirst())
        .map(Judgement::reply)
        .orElseGet(() -> starting(guest));
  }

  /** Whether a guest gets a device. */
  public Answer answerTo(GuestName guest, DeviceRef device) {
    return graph.device(device).stream()
        .flatMap(node -> graph.guestsOf(node).stream())
        .filter(gets -> gets.from().name().equals(guest))
        .map(GraphEdge.Gets::answer)
        .findFirst()
        .orElseGet(() -> answerByStep(guest, device));
  }

  /** Of a device that the host does not have, only the steps can say. */
  private Answer answerByStep(GuestName guest, DeviceRef device) {
    return stepsOf(guest)
        .filter(step -> step.device().equals(Optional.of(device)))
        .map(step -> Answer.of(step.outcome()))
        .reduce((first, second) -> second)
        .orElse(Answer.UNASKED);
  }

  /** What the verdict says of a device, in half a sentence; empty where it is in no step. */
  public String wordsFor(DeviceRef device) {
    return verdict().steps().stream()
        .filter(step -> step.device().equals(Optional.of(device)))
        .map(Explainer::card)
        .findFirst()
        .orElse("");
  }

  private Stream<StepVerdict> stepsOf(GuestName guest) {
    return verdict().steps().stream().filter(step -> step.guest().equals(Optional.of(guest)));
  }

  private static boolean isOpen(StepVerdict step) {
    return step.outcome().isBad() || step.outcome() == Outcome.UNDECIDED;
  }

  /** The first that says no counts, then the first that cannot tell. */
  private static Reply reply(List<StepVerdict> steps) {
    return steps.stream()
        .filter(step -> step.outcome().isBad())
        .findFirst()
        .or(() -> steps.stream().filter(Judgement::isOpen).findFirst())
        .map(Judgement::reply)
        .orElseGet(() -> granted(steps));
  }

  private static Reply granted(List<StepVerdict> steps) {
    return steps.size() == 1
        ? reply(steps.getFirst())
        : new Reply(Answer.YES, "yes, to all " + steps.size());
  }

  private static Reply reply(StepVerdict step) {
    return new Reply(Answer.of(step.outcome()), Explainer.card(step));
  }

  private static Reply starting(Guest guest) {
    int count = guest.devices().size();
    return new Reply(
        Answer.YES, "starts with " + (count == 1 ? "its device" : "its " + count + " devices"));
  }
}
