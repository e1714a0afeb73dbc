package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.rules.Wanted;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Finding;

/** What QEMU does to give devices to its guest and to take them back, in terms of the kernel. */
public final class Qemu {

  private final Kernel kernel;

  public Qemu(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * What a start came to: the last attempt tells whether it failed.
   *
   * @param state with all devices attached, or as before where the start failed
   */
  public record Start(AttachState state, QemuProcess process, List<Attempt> attempts) {

    public Start {
      attempts = List.copyOf(attempts);
    }

    /** The attempt that ended it. */
    public Optional<Attempt> failure() {
      return attempts.stream()
          .filter(attempt -> attempt.finding() instanceof Finding.Forbidden)
          .findFirst();
    }
  }

  /**
   * Starts a guest with those of its devices that are not for later; the first refusal ends it.
   *
   * @param firstIndex the simulation's index of the first attempt
   */
  public Start start(AttachState state, Guest guest, int firstIndex) {
    QemuProcess process = QemuProcess.of(guest);
    AttachState now = state;
    List<Attempt> attempts = new ArrayList<>();
    List<GuestDevice> first = guest.devices().stream().filter(given -> !given.later()).toList();
    for (GuestDevice given : first) {
      Attempt attempt = attach(now, process, given, firstIndex + attempts.size());
      boolean last = attempts.size() == first.size() - 1;
      attempt = last && attempt.succeeded() ? completed(now, process, attempt) : attempt;
      attempts.add(attempt);
      now = attempt.state();
      process = attempt.process();
      if (attempt.finding() instanceof Finding.Forbidden) {
        return new Start(state, QemuProcess.of(guest), attempts);
      }
    }
    return new Start(now, process, attempts);
  }

  /** One device, at start or plugged in later. */
  public Attempt attach(AttachState state, QemuProcess process, GuestDevice given, int index) {
    return new QemuAttach(kernel, state, process, given, index).run();
  }

  /** One device that is plugged into a running guest. */
  public Attempt plug(AttachState state, QemuProcess process, GuestDevice given, int index) {
    Attempt attempt = attach(state, process, given, index);
    return attempt.succeeded() ? completed(state, process, attempt) : attempt;
  }

  /** The file of the device is closed; the last of its group takes the group's with it. */
  public Released detach(AttachState state, QemuProcess process, DeviceRef device) {
    Optional<QemuProcess.HeldDevice> held = process.devices().get(device);
    if (held.isEmpty()) {
      return new Released(state, process);
    }
    return held.get()
        .io()
        .map(key -> detachCdev(state, process, held.get(), key))
        .orElseGet(() -> detachFromGroup(state, process, held.get()));
  }

  /** The last device of an address space takes the space along, the last of all the iommufd. */
  private Released detachCdev(
      AttachState state,
      QemuProcess process,
      QemuProcess.HeldDevice held,
      QemuProcess.SpaceKey key) {
    AttachState now = close(state, held.file());
    QemuProcess left = process.withoutDevice(held.device());
    Handle iommufd = process.iommufds().get(key.iommufd()).orElseThrow();
    if (left.devices().values().stream().noneMatch(other -> other.io().equals(held.io()))) {
      now = freed(now, iommufd, process.spaces().get(key).orElseThrow());
      left = left.withoutSpace(key);
    }
    boolean used =
        left.devices().values().stream()
            .flatMap(other -> other.io().stream())
            .anyMatch(other -> other.iommufd().equals(key.iommufd()));
    return used
        ? new Released(now, left)
        : new Released(close(now, iommufd), left.withoutIommufd(key.iommufd()));
  }

  private AttachState freed(AttachState state, Handle iommufd, QemuProcess.IoSpace space) {
    AttachState now = state;
    for (int table : space.tables()) {
      now = kernel.take(now, new AttachStep.FreeObject(iommufd, table)).after();
    }
    return kernel.take(now, new AttachStep.FreeObject(iommufd, space.ioas())).after();
  }

  private Released detachFromGroup(
      AttachState state, QemuProcess process, QemuProcess.HeldDevice held) {
    DeviceRef device = held.device();
    QemuProcess.HeldGroup group = process.group(held.group()).orElseThrow();
    AttachState closed = close(state, held.file());
    List<DeviceRef> left = group.devices().stream().filter(d -> !d.equals(device)).toList();
    QemuProcess without = process.withoutDevice(device);
    if (!left.isEmpty()) {
      return new Released(
          closed,
          without.with(
              new QemuProcess.HeldGroup(
                  group.id(), group.file(), group.space(), group.container(), left)));
    }
    Answer unset = kernel.take(closed, new AttachStep.UnsetContainer(group.file()));
    return closeContainer(
            close(unset.after(), group.file()),
            without.withoutGroup(group.id()),
            group.space(),
            group)
        .with(unset.finding() instanceof Finding.Unsafe ? unset.finding() : Finding.ALLOWED);
  }

  /** What a guest holds after it gave something back. */
  public record Released(AttachState state, QemuProcess process, Finding finding) {
    Released(AttachState state, QemuProcess process) {
      this(state, process, Finding.ALLOWED);
    }

    Released with(Finding found) {
      return new Released(state, process, found);
    }
  }

  private Released closeContainer(
      AttachState state, QemuProcess process, String space, QemuProcess.HeldGroup last) {
    boolean used =
        process.groups().values().stream().anyMatch(g -> g.container().equals(last.container()));
    if (used) {
      return new Released(state, process);
    }
    List<Handle> left =
        process.containersIn(space).stream().filter(c -> !c.equals(last.container())).toList();
    return new Released(close(state, last.container()), process.withContainers(space, left));
  }

  private AttachState close(AttachState state, Handle file) {
    return kernel.take(state, new AttachStep.Close(file)).after();
  }

  /** The complete machine may refuse what its devices did not. */
  private Attempt completed(AttachState before, QemuProcess idle, Attempt attempt) {
    Answer answer =
        kernel.take(
            attempt.state(),
            new AttachStep.CompleteMachine(idle.guest().name()),
            Optional.of(new Wanted(idle.guest(), attempt.given())));
    return answer.isGranted()
        ? attempt
        : new Attempt(
            before,
            idle,
            attempt.given(),
            Optional.of(At.OPTION),
            answer.finding(),
            attempt.reused(),
            attempt.group(),
            attempt.table());
  }
}
