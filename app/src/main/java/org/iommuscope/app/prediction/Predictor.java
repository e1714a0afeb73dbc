package org.iommuscope.app.prediction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.GroupNode;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.ProcessFacts;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.simulation.Answer;
import org.iommuscope.model.simulation.Attempt;
import org.iommuscope.model.simulation.Kernel;
import org.iommuscope.model.simulation.Qemu;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Finding;

/**
 * Predicts the steps of one scenario in their order, each from its inputs and the state that the
 * one before left. After a step that no rule decides the state is unknown, and so is all that
 * follows.
 */
public final class Predictor {

  /** As many mdevs as the recorded writer tried to make. */
  private static final int MOST_MDEVS = 40;

  private final Machine machine;
  private final Kernel kernel;
  private final IommufdClients iommufds = new IommufdClients();
  private final Map<GuestName, RunningQemu> running = new HashMap<>();
  private AttachState state;
  private boolean lost;

  /**
   * A predictor for one scenario.
   *
   * @param captured the host
   * @param steps the inputs of all its steps; the first ones tell of the time before them
   */
  public Predictor(HostTopology captured, Preconditions before, List<StepInputs> steps) {
    this.machine = new Machine(captured, before, steps);
    this.kernel = machine.kernel(Optional.empty());
    this.state = machine.start(steps);
  }

  /** The answer to the next step, which takes effect as predicted. */
  public Prediction next(StepInputs step) {
    Prediction prediction = lost ? Prediction.UNDECIDED : answer(RequestReader.read(step));
    if (!DecidingSteps.decides(step)) {
      return new Prediction.DecidesNothing();
    }
    lost = lost || prediction.equals(Prediction.UNDECIDED);
    return prediction;
  }

  private Prediction answer(Request request) {
    return switch (request) {
      case Request.Call(AttachStep.Close(Handle file)) ->
          call(new AttachStep.Close(iommufds.known(state, file)));
      case Request.Call(AttachStep step) -> call(step);
      case Request.OpenGroupOf(Handle file, DeviceRef device) -> openGroupOf(file, device);
      case Request.HasReturned(DeviceRef device) -> hasReturned(device);
      case Request.StartQemu(Guest guest, Optional<String> version) -> start(guest, version);
      case Request.AddDevice(GuestName guest, DeviceRef device) -> add(guest, device);
      case Request.BecomeUser(GuestName guest, int uid) -> become(guest, uid);
      case Request.CreateUntilRefused create -> createUntilRefused(create);
      case Request.OpenCdev open -> call(iommufds.openCdev(open));
      case Request.OpenIommufd(Handle file) -> call(iommufds.openIommufd(file));
      case Request.AllocIoas(Handle file) -> call(iommufds.allocate(state, file));
      case Request.BindCdev(GuestName guest, DeviceRef device) ->
          call(iommufds.bind(guest, device));
      case Request.AttachCdev(GuestName guest, String name, OptionalInt id) ->
          call(iommufds.attach(state, guest, name, id));
      case Request.Nothing() -> Prediction.OK;
      case Request.Unclear() -> Prediction.UNREACHABLE;
    };
  }

  private Prediction call(AttachStep step) {
    if (step instanceof AttachStep.End(GuestName guest)) {
      running.remove(guest);
    }
    Answer answer = kernel.take(state, step);
    state = answer.after();
    return step instanceof AttachStep.GroupStatus && answer.word().equals("OK")
        ? new Prediction.Status(answer.isGranted())
        : new Prediction.Returns(answer.word());
  }

  private Prediction openGroupOf(Handle file, DeviceRef device) {
    Optional<GroupId> group = state.groupOf(device);
    return group.isEmpty()
        ? new Prediction.Returns("ENOENT")
        : call(new AttachStep.OpenGroup(file, GroupNode.of(group.get())));
  }

  private Prediction hasReturned(DeviceRef device) {
    boolean waits =
        state.departures().stream()
            .anyMatch(departure -> subject(departure.cause()).equals(Optional.of(device)));
    return new Prediction.Returns(waits ? "BLOCKED" : "OK");
  }

  private Prediction become(GuestName guest, int uid) {
    ProcessFacts known = state.process(guest);
    boolean root = uid == 0;
    state =
        state.withProcess(
            guest, new ProcessFacts(uid, known.memlock(), known.kvm(), known.rawio() && root));
    return Prediction.OK;
  }

  private Prediction createUntilRefused(Request.CreateUntilRefused create) {
    for (int made = 0; made < MOST_MDEVS; made++) {
      String uuid = String.format("b0000000-0000-4000-8000-%012d", made);
      Prediction answer = call(new AttachStep.CreateMdev(uuid, create.parent(), create.type()));
      if (!answer.equals(Prediction.OK)) {
        return answer;
      }
    }
    return Prediction.OK;
  }

  /** The device whose going a step asks for. */
  private static Optional<DeviceRef> subject(AttachStep step) {
    return switch (step) {
      case AttachStep.Unbind(DeviceRef device) -> Optional.of(device);
      case AttachStep.Bind(DeviceRef device, var driver) -> Optional.of(device);
      case AttachStep.SetVfs(var pf, var count) -> Optional.of(pf);
      case AttachStep.RemoveMdev(var uuid) -> Optional.of(uuid);
      default -> Optional.empty();
    };
  }

  private Prediction start(Guest described, Optional<String> version) {
    Guest guest = machine.run(described);
    state =
        state.withProcess(
            guest.name(),
            new ProcessFacts(guest.uid(), guest.memlock(), guest.kvm(), guest.uid() == 0));
    Qemu.Start start = new Qemu(machine.kernel(version)).start(state, guest, 0);
    for (Attempt attempt : start.attempts()) {
      if (!attempt.succeeded()) {
        return failed(attempt, version);
      }
    }
    state = start.state();
    running.put(guest.name(), new RunningQemu(start.process(), version));
    return Prediction.OK;
  }

  private Prediction add(GuestName guest, DeviceRef device) {
    RunningQemu qemu = running.get(guest);
    if (qemu == null) {
      return Prediction.UNREACHABLE;
    }
    Attempt attempt =
        new Qemu(machine.kernel(qemu.version()))
            .plug(state, qemu.process(), GuestDevice.of(device), 0);
    if (!attempt.succeeded()) {
      return failed(attempt, qemu.version());
    }
    state = attempt.state();
    running.put(guest, new RunningQemu(attempt.process(), qemu.version()));
    return Prediction.OK;
  }

  private static Prediction failed(Attempt attempt, Optional<String> version) {
    return attempt.finding() instanceof Finding.Undecided
        ? Prediction.UNDECIDED
        : new Prediction.Fails(attempt.message(version.orElse("")).orElse(""));
  }
}
