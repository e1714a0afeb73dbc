package org.iommuscope.model.simulation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.PersistentMap;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Waiver;
import org.iommuscope.model.rules.Backings;
import org.iommuscope.model.rules.Circumstances;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Fix;
import org.iommuscope.model.verdict.Holder;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.StepVerdict;

/** Makes the verdict of a step from what the rules found. */
final class StepVerdicts {

  private final Circumstances circumstances;
  private final List<Waiver> waivers;
  private final LocalDate today;
  private final HostSteps sequence;
  private final AttachNotes notes;

  StepVerdicts(Circumstances circumstances, AssignmentPlan plan, LocalDate today) {
    this.circumstances = circumstances;
    this.waivers = plan.waivers();
    this.today = today;
    this.sequence = HostSteps.of(plan);
    this.notes = new AttachNotes(circumstances);
  }

  /** What a step is about, whatever comes of it. */
  record Subject(
      int index,
      int from,
      Action action,
      Optional<GuestName> guest,
      Optional<DeviceRef> device,
      Optional<GroupId> group,
      Optional<GroupId> backingGroup) {}

  StepVerdict ofAttempt(
      int index,
      int from,
      Action action,
      GuestName guest,
      Attempt attempt,
      PersistentMap<GuestName, QemuProcess> running) {
    DeviceRef device = attempt.given().device();
    Subject subject =
        subject(index, from, action, Optional.of(guest), device, attempt.state(), attempt.group());
    Outcome good = attempt.reused() ? Outcome.REUSES : Outcome.ATTACHES;
    Optional<String> message =
        attempt.succeeded() ? Optional.empty() : attempt.message(circumstances);
    StepVerdict verdict =
        of(subject, good, attempt.at(), attempt.finding(), message, attempt.hint(), running);
    List<Cause> why = verdict.because().isEmpty() ? notes.of(attempt, guest) : List.of();
    return why.isEmpty() ? verdict : verdict.because(why);
  }

  /** A step of the host, or one that QEMU is not asked about. */
  StepVerdict ofHost(
      Subject subject,
      Optional<At> at,
      Finding finding,
      PersistentMap<GuestName, QemuProcess> running) {
    Optional<String> message =
        subject.action() == Action.HOT_ADD ? Optional.empty() : written(finding);
    return of(subject, Outcome.DONE, at, finding, message, Optional.empty(), running);
  }

  StepVerdict done(Subject subject) {
    return ofHost(subject, Optional.empty(), Finding.ALLOWED, PersistentMap.empty());
  }

  Subject subject(
      int index,
      int from,
      Action action,
      Optional<GuestName> guest,
      DeviceRef device,
      AttachState state,
      Optional<GroupId> opened) {
    Optional<GroupId> group = opened.or(() -> state.groupOf(device));
    Optional<GroupId> backing = group.flatMap(id -> backing(state, id));
    return new Subject(index, from, action, guest, Optional.of(device), group, backing);
  }

  /** For an mdev the group of the device behind it, which QEMU never sees. */
  private Optional<GroupId> backing(AttachState state, GroupId group) {
    return switch (Backings.of(state, group, circumstances)) {
      case Backing.OwnGroup(GroupId own) -> Optional.of(own);
      case Backing.DeviceGroup(GroupId behind, var mdev, var device) -> Optional.of(behind);
      case Backing.Auxiliary(var mdev, DeviceRef device) -> state.groupOf(device);
      case Backing.Nothing nothing -> Optional.empty();
      case Backing.Ungrouped ungrouped -> Optional.empty();
      case Backing.Unknown unknown -> Optional.empty();
    };
  }

  /** What a shell says whose write fails. */
  private static Optional<String> written(Finding finding) {
    return finding instanceof Finding.Forbidden(Objection objection)
        ? objection.errno().map(errno -> "write error: " + errno.words())
        : Optional.empty();
  }

  private StepVerdict of(
      Subject subject,
      Outcome good,
      Optional<At> at,
      Finding finding,
      Optional<String> message,
      Optional<String> hint,
      PersistentMap<GuestName, QemuProcess> running) {
    return switch (finding) {
      case Finding.Allowed allowed ->
          bare(subject, good, Optional.empty(), Optional.empty(), List.of());
      case Finding.Undecided(RuleId rule, List<Cause> questions) ->
          bare(subject, Outcome.UNDECIDED, at, Optional.of(rule), questions);
      case Finding.Forbidden(Objection objection) ->
          full(subject, Outcome.REFUSED, at, objection, message, hint, running);
      case Finding.Waits(Objection objection) ->
          full(subject, Outcome.BLOCKS, at, objection, message, hint, running);
      case Finding.Kills(Objection objection) ->
          full(subject, Outcome.CRASHES, at, objection, message, hint, running);
      case Finding.Unsafe(Objection objection) ->
          full(subject, Outcome.UNSAFE, at, objection, message, hint, running);
    };
  }

  private StepVerdict full(
      Subject subject,
      Outcome outcome,
      Optional<At> at,
      Objection objection,
      Optional<String> message,
      Optional<String> hint,
      PersistentMap<GuestName, QemuProcess> running) {
    return build(
        subject,
        outcome,
        at,
        objection.errno(),
        Optional.of(objection.rule()),
        message,
        hint,
        objection.kernelLog(),
        holder(objection, running),
        objection.culprits(),
        objection.because(),
        objection.fixes().stream().filter(fix -> sequence.leaves(fix.change())).toList());
  }

  private StepVerdict bare(
      Subject subject,
      Outcome outcome,
      Optional<At> at,
      Optional<RuleId> rule,
      List<Cause> because) {
    return build(
        subject,
        outcome,
        at,
        Optional.empty(),
        rule,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        because,
        List.of());
  }

  private StepVerdict build(
      Subject subject,
      Outcome outcome,
      Optional<At> at,
      Optional<Errno> errno,
      Optional<RuleId> rule,
      Optional<String> message,
      Optional<String> hint,
      List<String> kernelLog,
      Optional<Holder> heldBy,
      List<DeviceRef> culprits,
      List<Cause> because,
      List<Fix> fixes) {
    boolean waived =
        outcome.isBad() && rule.filter(id -> isWaived(id, subject.device())).isPresent();
    return new StepVerdict(
        subject.index(),
        subject.from(),
        subject.action(),
        subject.guest(),
        subject.device(),
        outcome,
        at,
        errno,
        rule,
        message,
        hint,
        kernelLog,
        subject.group(),
        subject.backingGroup(),
        heldBy,
        culprits,
        because,
        fixes,
        waived);
  }

  private boolean isWaived(RuleId rule, Optional<DeviceRef> device) {
    return waivers.stream()
        .filter(waiver -> waiver.rule().equals(rule.text()))
        .filter(waiver -> waiver.device().isEmpty() || waiver.device().equals(device))
        .anyMatch(waiver -> !waiver.isExpiredOn(today));
  }

  /** The device in the way that the holder has had for longest: since then it has the group. */
  private static Optional<Holder> holder(
      Objection objection, PersistentMap<GuestName, QemuProcess> running) {
    Optional<Objection.Holding> who = objection.holder();
    return who.flatMap(by -> running.get(by.guest()))
        .flatMap(process ->
            Stream.concat(
                    who.map(Objection.Holding::device).stream(), objection.culprits().stream())
                .flatMap(device -> process.devices().get(device).stream())
                .min(Comparator.comparingInt(QemuProcess.HeldDevice::since)))
        .map(held -> new Holder(who.orElseThrow().guest(), held.device(), held.since()));
  }
}
