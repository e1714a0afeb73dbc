package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.GroupNode;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.rules.Wanted;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Finding;

/**
 * One run of QEMU's realize for one device, in the order of {@code vfio_realize}, {@code
 * vfio_get_group}, {@code vfio_connect_container} and {@code vfio_get_device}, QEMU 5.2 to 10.0. An
 * object serves one attempt and is thrown away.
 */
final class QemuAttach {

  private final Kernel kernel;
  private final AttachState before;
  private final QemuProcess idle;
  private final GuestDevice given;
  private final Wanted wanted;
  private final String space;
  private final int since;

  private AttachState state;
  private QemuProcess process;
  private boolean reused;
  private Optional<GroupId> group = Optional.empty();
  private Optional<At> failedAt = Optional.empty();
  private Finding finding = Finding.ALLOWED;

  QemuAttach(Kernel kernel, AttachState before, QemuProcess idle, GuestDevice given, int since) {
    this.kernel = kernel;
    this.before = before;
    this.idle = idle;
    this.given = given;
    this.wanted = new Wanted(idle.guest(), given);
    this.since = since;
    this.state = before;
    this.process = idle.counted();
    this.space = AddressSpaces.of(idle.guest(), given, idle.nextFile());
  }

  Attempt run() {
    boolean done = locate() && obtainGroup() && openDevice();
    return new Attempt(
        done ? state : before, done ? process : idle, given, failedAt, finding, reused, group);
  }

  private boolean locate() {
    return takes(At.LIBVIRT, new AttachStep.Prepare(guest(), given.device()))
        && takes(At.OPTION, new AttachStep.ParseOptions(properties()))
        && takes(At.Q1, new AttachStep.Locate(given.device()))
        && takes(At.Q2, new AttachStep.FindGroup(given.device()));
  }

  private boolean obtainGroup() {
    GroupId id = state.groupOf(given.device()).orElseThrow();
    group = Optional.of(id);
    Optional<QemuProcess.HeldGroup> held = idle.group(id);
    reused = held.isPresent();
    return takes(
            At.Q3,
            new AttachStep.UseGroup(
                guest(),
                id,
                space,
                held.map(QemuProcess.HeldGroup::space),
                held.map(known -> known.devices().getFirst())))
        && (reused || openGroup(id));
  }

  private boolean openGroup(GroupId id) {
    Handle file = idle.file("group");
    return takes(At.Q4, new AttachStep.OpenGroup(file, GroupNode.of(id)))
        && takes(At.Q5, new AttachStep.GroupStatus(file))
        && (joinContainer(id, file) || newContainer(id, file));
  }

  /** Tries every container of the address space, and says nothing of those that refuse. */
  private boolean joinContainer(GroupId id, Handle file) {
    for (Handle container : process.containersIn(space)) {
      Answer answer = ask(new AttachStep.SetContainer(file, container));
      if (answer.finding() instanceof Finding.Undecided) {
        return fail(At.Q6, answer.finding());
      }
      if (answer.isGranted()) {
        accept(answer);
        hold(id, file, container);
        return true;
      }
    }
    return false;
  }

  private boolean newContainer(GroupId id, Handle file) {
    if (failedAt.isPresent()) {
      return false;
    }
    Handle container = idle.file("container");
    boolean ready =
        takes(At.Q7, new AttachStep.OpenContainer(container))
            && takes(At.Q7, new AttachStep.SetContainer(file, container))
            && takes(At.Q8, new AttachStep.SetIommu(container, iommuType()))
            && takes(At.Q8, new AttachStep.MapMemory(container));
    if (ready) {
      List<Handle> known = new ArrayList<>(process.containersIn(space));
      known.add(container);
      process = process.withContainers(space, known);
      hold(id, file, container);
    }
    return ready;
  }

  private void hold(GroupId id, Handle file, Handle container) {
    process = process.with(new QemuProcess.HeldGroup(id, file, space, container, List.of()));
  }

  private boolean openDevice() {
    QemuProcess.HeldGroup held = process.group(group.orElseThrow()).orElseThrow();
    DeviceRef device = given.device();
    Handle file = idle.file("device");
    boolean opened =
        takes(At.Q9, new AttachStep.AddDevice(guest(), device, held.devices().contains(device)))
            && takes(At.Q10, new AttachStep.GetDevice(held.file(), device, given.vfToken(), file));
    if (opened) {
      List<DeviceRef> devices = new ArrayList<>(held.devices());
      devices.add(device);
      process =
          process
              .with(
                  new QemuProcess.HeldGroup(
                      held.id(), held.file(), held.space(), held.container(), devices))
              .with(new QemuProcess.HeldDevice(device, file, held.id(), since));
    }
    return opened;
  }

  private boolean takes(At where, AttachStep step) {
    Answer answer = ask(step);
    if (!answer.isGranted()) {
      return fail(where, answer.finding());
    }
    accept(answer);
    return true;
  }

  private Answer ask(AttachStep step) {
    return kernel.take(state, step, Optional.of(wanted));
  }

  private void accept(Answer answer) {
    state = answer.after();
    if (answer.finding() instanceof Finding.Unsafe) {
      finding = answer.finding();
    }
  }

  private boolean fail(At where, Finding why) {
    failedAt = Optional.of(where);
    finding = why;
    return false;
  }

  private GuestName guest() {
    return idle.guest().name();
  }

  /** The properties that not every QEMU has. */
  private Set<String> properties() {
    Set<String> properties = new TreeSet<>();
    given.vfToken().ifPresent(token -> properties.add("vf-token"));
    if (given.iommufd().isPresent() || idle.guest().backend() == Backend.IOMMUFD) {
      properties.add("iommufd");
    }
    return properties;
  }

  private IommuType iommuType() {
    return state.iommu().filter(kind -> kind == IommuKind.SPAPR).isPresent()
        ? IommuType.SPAPR_TCE
        : IommuType.TYPE1V2;
  }
}
