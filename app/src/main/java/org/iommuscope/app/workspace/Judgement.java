package org.iommuscope.app.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.iommuscope.app.graph.Answer;
import org.iommuscope.app.graph.TopologyGraph;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** A session with its verdict, and the graph that the picture is made from. */
public record Judgement(Session session, PlanVerdict verdict, TopologyGraph graph) {

  public static Judgement of(Session session) {
    PlanVerdict verdict = new PlanVerdict("dma-owner", new TreeSet<>(), List.of());
    return new Judgement(
        session, verdict, TopologyGraph.of(session.host(), session.plan(), Optional.of(verdict)));
  }

  /** Whether this is the verdict on that session's plan. */
  boolean isOf(Session other) {
    return session.imported() == other.imported() && session.plan().equals(other.plan());
  }

  /** What every guest would say to one more device. */
  public Proposals propose(DeviceRef device) {
    SequencedMap<GuestName, Reply> replies = new LinkedHashMap<>();
    for (Guest guest : session.plan().guests()) {
      replies.put(guest.name(), new Reply(Answer.YES, "yes"));
    }
    return new Proposals(
        device,
        replies,
        new Reply(Answer.YES, "yes"),
        GroupMate.of(session.host(), session.plan(), device));
  }

  /** How a guest fares. */
  public Reply replyOf(GuestName guest) {
    return new Reply(Answer.UNASKED, "No device yet");
  }

  /** Whether a guest gets a device. */
  public Answer answerTo(GuestName guest, DeviceRef device) {
    return verdict.steps().stream()
        .filter(step -> step.guest().equals(Optional.of(guest)))
        .filter(step -> step.device().equals(Optional.of(device)))
        .map(step -> Answer.of(step.outcome()))
        .findFirst()
        .orElse(Answer.UNASKED);
  }

  public String wordsFor(DeviceRef device) {
    return verdict.steps().stream()
        .filter(step -> step.device().equals(Optional.of(device)))
        .map(StepVerdict::outcome)
        .map(outcome -> outcome.word())
        .findFirst()
        .orElse("");
  }
}
