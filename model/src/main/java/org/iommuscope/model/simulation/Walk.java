package org.iommuscope.model.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Departure;
import org.iommuscope.model.attach.PersistentMap;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.model.whatif.RestartedHost;

/** One walk through the steps of a plan; it is thrown away with its end. */
final class Walk {

  private final Kernel kernel;
  private final Qemu qemu;
  private final AssignmentPlan plan;
  private final RestartedHost restarted;
  private final StepVerdicts verdicts;
  private final List<StepVerdict> steps = new ArrayList<>();
  private final Map<AttachStep, PlanStep> unfinished = new HashMap<>();

  private AttachState state;
  private PersistentMap<GuestName, QemuProcess> running = PersistentMap.empty();
  private int from;

  Walk(Kernel kernel, AssignmentPlan plan, RestartedHost restarted, LocalDate today) {
    this.kernel = kernel;
    this.qemu = new Qemu(kernel);
    this.plan = plan;
    this.restarted = restarted;
    this.state = Beginning.of(restarted.host(), plan, kernel);
    this.verdicts = new StepVerdicts(kernel.circumstances(), plan, today);
  }

  Simulation run() {
    List<PlanStep> sequence = plan.steps();
    for (from = 0; from < sequence.size(); from++) {
      take(sequence.get(from));
    }
    PlanVerdict verdict =
        new PlanVerdict(
            kernel.profile().id(), new TreeSet<>(kernel.circumstances().assumed()), steps);
    ImaginedHost imagined = ImaginedHost.of(restarted, plan, kernel, verdict);
    return new Simulation(kernel, plan, verdict, state, running, imagined);
  }

  private void take(PlanStep step) {
    switch (step) {
      case PlanStep.Hypothetical(PlanStep imagined) -> imagine(imagined);
      case PlanStep.Start(GuestName guest) -> start(guest);
      case PlanStep.Attach(GuestName guest, DeviceRef device) -> attach(guest, device);
      case PlanStep.Detach(GuestName guest, DeviceRef device) -> detach(guest, device);
      case PlanStep.Stop(GuestName guest) -> stop(guest);
      default -> host(step);
    }
  }

  private void imagine(PlanStep step) {
    Optional<Finding> doubt = Imagining.doubt(restarted, state, step);
    if (doubt.isPresent()) {
      Imagining.Told told = Imagining.told(step);
      steps.add(
          verdicts.ofHost(
              subject(told.action(), Optional.empty(), told.device()),
              Optional.of(told.at()),
              doubt.get(),
              running));
    } else if (step instanceof PlanStep.MoveCard move) {
      done(Action.HOT_ADD, Optional.empty(), move.device());
    } else {
      take(step);
    }
  }

  private void start(GuestName name) {
    Guest guest = plan.guest(name).orElseGet(() -> Guest.named(name));
    Finding twice = examine(new AttachStep.StartGuest(name, running.has(name)));
    if (!(twice instanceof Finding.Allowed)) {
      refuse(Action.ATTACH, name, Optional.empty(), twice);
      return;
    }
    Qemu.Start start = qemu.start(state, guest, steps.size());
    for (Attempt attempt : start.attempts()) {
      steps.add(
          verdicts.ofAttempt(
              steps.size(),
              from,
              Action.ATTACH,
              name,
              attempt,
              running.with(name, attempt.process())));
    }
    state = start.state();
    if (start.failure().isPresent()) {
      giveBack(name, start);
    } else {
      running = running.with(name, start.process());
    }
  }

  /** A guest that did not start gives back what it had got. */
  private void giveBack(GuestName name, Qemu.Start start) {
    start.attempts().stream()
        .filter(Attempt::succeeded)
        .map(attempt -> attempt.given().device())
        .forEach(device -> done(Action.DETACH, Optional.of(name), device));
  }

  private void attach(GuestName name, DeviceRef device) {
    if (isAbsent(name, Action.ATTACH, Optional.of(device))) {
      return;
    }
    GuestDevice given =
        plan.guest(name).stream()
            .flatMap(guest -> guest.devices().stream())
            .filter(listed -> listed.device().equals(device))
            .findFirst()
            .orElseGet(() -> GuestDevice.of(device));
    QemuProcess process = running.get(name).orElseThrow();
    Attempt attempt = qemu.plug(state, process, given, steps.size());
    steps.add(verdicts.ofAttempt(steps.size(), from, Action.ATTACH, name, attempt, running));
    state = attempt.state();
    running = running.with(name, attempt.process());
  }

  private void detach(GuestName name, DeviceRef device) {
    if (isAbsent(name, Action.DETACH, Optional.of(device))) {
      return;
    }
    QemuProcess process = running.get(name).orElseThrow();
    Finding finding = examine(new AttachStep.Unplug(name, device, process.devices().has(device)));
    if (!(finding instanceof Finding.Allowed)) {
      refuse(Action.DETACH, name, Optional.of(device), finding);
      return;
    }
    AttachState before = state;
    Qemu.Released released = qemu.detach(state, process, device);
    steps.add(
        verdicts.ofHost(
            subject(Action.DETACH, Optional.of(name), Optional.of(device)),
            Optional.<At>empty(),
            released.finding(),
            running));
    state = released.state();
    running = running.with(name, released.process());
    finish(before);
  }

  private void stop(GuestName name) {
    if (isAbsent(name, Action.STOP, Optional.empty())) {
      return;
    }
    AttachState before = state;
    steps.add(verdicts.done(subject(Action.STOP, Optional.of(name), Optional.empty())));
    state = kernel.take(state, new AttachStep.End(name)).after();
    running = running.without(name);
    finish(before);
  }

  private void host(PlanStep step) {
    HostStep asked = HostStep.of(step);
    AttachState before = state;
    Answer answer = kernel.take(state, asked.step());
    steps.add(
        verdicts.ofHost(
            subject(asked.action(), Optional.empty(), asked.device()),
            Optional.of(asked.at()),
            answer.finding(),
            running));
    boolean refused =
        answer.finding() instanceof Finding.Forbidden
            || answer.finding() instanceof Finding.Undecided;
    state = refused ? before : answer.after();
    if (answer.finding() instanceof Finding.Waits) {
      state.departures().stream()
          .map(Departure::cause)
          .filter(cause -> before.departures().stream().noneMatch(d -> d.cause().equals(cause)))
          .forEach(cause -> unfinished.put(cause, step));
    }
  }

  /** What waited and now is done becomes a step of its own. */
  private void finish(AttachState before) {
    for (Departure waited : before.departures()) {
      boolean waits = state.departures().stream().anyMatch(d -> d.cause().equals(waited.cause()));
      PlanStep step = waits ? null : unfinished.remove(waited.cause());
      if (step instanceof PlanStep.Bind) {
        host(step);
      } else if (step != null) {
        HostStep asked = HostStep.of(step);
        steps.add(verdicts.done(subject(asked.action(), Optional.empty(), asked.device())));
      }
    }
  }

  private boolean isAbsent(GuestName name, Action action, Optional<DeviceRef> device) {
    Finding finding = examine(new AttachStep.ReachGuest(name, running.has(name)));
    if (finding instanceof Finding.Allowed) {
      return false;
    }
    refuse(action, name, device, finding);
    return true;
  }

  private Finding examine(AttachStep step) {
    return kernel.examine(state, step, Optional.empty());
  }

  private void refuse(Action action, GuestName name, Optional<DeviceRef> device, Finding finding) {
    steps.add(
        verdicts.ofHost(
            subject(action, Optional.of(name), device), Optional.<At>empty(), finding, running));
  }

  private void done(Action action, Optional<GuestName> guest, DeviceRef device) {
    steps.add(verdicts.done(subject(action, guest, Optional.of(device))));
  }

  private StepVerdicts.Subject subject(
      Action action, Optional<GuestName> guest, Optional<DeviceRef> device) {
    return device
        .map(ref ->
            verdicts.subject(steps.size(), from, action, guest, ref, state, Optional.empty()))
        .orElseGet(() ->
            new StepVerdicts.Subject(
                steps.size(),
                from,
                action,
                guest,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }
}
