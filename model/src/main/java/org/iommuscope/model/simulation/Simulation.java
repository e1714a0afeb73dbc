package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.PersistentMap;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.PlanVerdict;
import org.iommuscope.model.verdict.StepVerdict;

/** A plan that was walked to its end: the verdict, and the state in which it leaves the host. */
public final class Simulation {

  private final Kernel kernel;
  private final AssignmentPlan plan;
  private final PlanVerdict verdict;
  private final AttachState end;
  private final PersistentMap<GuestName, QemuProcess> running;
  private final StepVerdicts verdicts;
  private final ImaginedHost imagined;

  Simulation(
      Kernel kernel,
      AssignmentPlan plan,
      PlanVerdict verdict,
      AttachState end,
      PersistentMap<GuestName, QemuProcess> running,
      ImaginedHost imagined) {
    this.kernel = kernel;
    this.plan = plan;
    this.verdict = verdict;
    this.end = end;
    this.running = running;
    this.imagined = imagined;
    this.verdicts = new StepVerdicts(kernel.circumstances(), plan, java.time.LocalDate.MAX);
  }

  public PlanVerdict verdict() {
    return verdict;
  }

  /** The host that the plan is about: what it imagines is so. */
  public ImaginedHost imagined() {
    return imagined;
  }

  /** The host as the last step leaves it, with the drivers, VFs and mdevs that it has then. */
  public ImaginedHost atEnd() {
    HostTopology start = imagined.restarted().host();
    Map<DeviceRef, Optional<LiveDevice>> changes = ImaginedHost.changes(kernel.initial(start), end);
    List<PlanStep> made = new ArrayList<>(plan.steps().stream().map(PlanStep::plain).toList());
    plan.mdevs().forEach(mdev -> made.add(new PlanStep.CreateMdev(mdev)));
    return imagined.at(
        changes.isEmpty() ? start : new ImaginedDevices(start, end, made).with(changes));
  }

  public AssignmentPlan plan() {
    return plan;
  }

  public RuleProfile profile() {
    return kernel.profile();
  }

  /** What the kernel knows after the last step. */
  public AttachState end() {
    return end;
  }

  public boolean isRunning(GuestName guest) {
    return running.has(guest);
  }

  /** The devices that a guest has after the last step, in the order in which it got them. */
  public List<DeviceRef> devicesOf(GuestName guest) {
    return running.get(guest).stream()
        .flatMap(process -> process.attached().stream())
        .map(QemuProcess.HeldDevice::device)
        .toList();
  }

  /**
   * What would happen if a guest got one device more after the last step; whoever has the device
   * gives it back first, as when it is dragged from one guest to another.
   */
  public StepVerdict propose(GuestName name, DeviceRef device) {
    return propose(name, List.of(device)).getFirst();
  }

  /** The same for several devices, one after the other; each answer counts on those before. */
  public List<StepVerdict> propose(GuestName name, List<DeviceRef> devices) {
    Qemu qemu = new Qemu(kernel);
    Guest guest = plan.guest(name).orElseGet(() -> Guest.named(name));
    List<StepVerdict> answers = new ArrayList<>();
    Free now = new Free(end, running);
    for (DeviceRef device : devices) {
      Free free = free(now, qemu, device);
      QemuProcess process = free.running.get(name).orElseGet(() -> QemuProcess.of(guest));
      int index = verdict.steps().size() + answers.size();
      Attempt attempt = qemu.plug(free.state, process, given(guest, device), index);
      answers.add(verdicts.ofAttempt(index, index, Action.ATTACH, name, attempt, free.running));
      now = attempt.succeeded() ? free.after(name, attempt) : free;
    }
    return answers;
  }

  private static GuestDevice given(Guest guest, DeviceRef device) {
    return guest.devices().stream()
        .filter(known -> known.device().equals(device))
        .findFirst()
        .orElseGet(() -> GuestDevice.of(device));
  }

  /** Which group really isolates a device that has to do with mdevs, and who has that group. */
  public Optional<Standing> standingOf(DeviceRef device) {
    return Standing.of(device, end, kernel.circumstances(), verdict);
  }

  private record Free(AttachState state, PersistentMap<GuestName, QemuProcess> running) {

    Free after(GuestName name, Attempt attempt) {
      return new Free(attempt.state(), running.with(name, attempt.process()));
    }

    private Optional<QemuProcess> holder(DeviceRef device) {
      return state.device(device).map(state::usersOf).orElse(List.of()).stream()
          .findFirst()
          .flatMap(file -> running.get(file.guest()))
          .filter(process -> process.devices().has(device));
    }
  }

  private static Free free(Free now, Qemu qemu, DeviceRef device) {
    Optional<QemuProcess> holder = now.holder(device);
    if (holder.isEmpty()) {
      return now;
    }
    Qemu.Released released = qemu.detach(now.state, holder.get(), device);
    return new Free(
        released.state(), now.running.with(holder.get().guest().name(), released.process()));
  }
}
