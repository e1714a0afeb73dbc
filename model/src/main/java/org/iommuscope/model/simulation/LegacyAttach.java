package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.GroupNode;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.IommuType;
import org.iommuscope.model.attach.VfioGroup;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.verdict.At;
import org.iommuscope.model.verdict.Finding;

/**
 * A device through its group and a container, in the order of {@code vfio_get_group}, {@code
 * vfio_connect_container} and {@code vfio_get_device}, QEMU 5.2 to 10.0. An object serves one
 * attempt and is thrown away.
 */
final class LegacyAttach {

  private final Realization realization;
  private final String space;
  private final int since;
  private final DeviceRef device;

  private QemuProcess process;
  private boolean reused;
  private Optional<GroupId> group = Optional.empty();

  LegacyAttach(Realization realization, String space, int since) {
    this.realization = realization;
    this.space = space;
    this.since = since;
    this.device = realization.given().device();
    this.process = realization.idle().counted();
  }

  Attempt run(AttachState before) {
    boolean done =
        realization.takes(At.Q2, new AttachStep.FindGroup(device)) && obtainGroup() && openDevice();
    return done
        ? Attempt.done(realization, process, reused || sharesDomain(), group)
        : Attempt.stopped(before, realization).of(group, reused);
  }

  private boolean obtainGroup() {
    GroupId id = realization.state().groupOf(device).orElseThrow();
    group = Optional.of(id);
    Optional<QemuProcess.HeldGroup> held = realization.idle().group(id);
    reused = held.isPresent();
    return realization.takes(
            At.Q3,
            new AttachStep.UseGroup(
                realization.guest(),
                id,
                space,
                held.map(QemuProcess.HeldGroup::space),
                held.map(known -> known.devices().getFirst())))
        && (reused || openGroup(id));
  }

  private boolean openGroup(GroupId id) {
    Handle file = realization.file("group");
    return realization.takes(At.Q4, new AttachStep.OpenGroup(file, GroupNode.of(id)))
        && realization.takes(At.Q5, new AttachStep.GroupStatus(file))
        && (joinContainer(id, file) || newContainer(id, file));
  }

  /** Tries every container of the address space, and says nothing of those that refuse. */
  private boolean joinContainer(GroupId id, Handle file) {
    for (Handle container : process.containersIn(space)) {
      Answer answer = realization.ask(new AttachStep.SetContainer(file, container));
      if (answer.finding() instanceof Finding.Undecided) {
        return realization.fail(At.Q6, answer.finding());
      }
      if (answer.isGranted()) {
        realization.accept(answer);
        hold(id, file, container);
        return true;
      }
    }
    return false;
  }

  private boolean newContainer(GroupId id, Handle file) {
    if (realization.failedAt().isPresent()) {
      return false;
    }
    Handle container = realization.file("container");
    boolean ready =
        realization.takes(At.Q7, new AttachStep.OpenContainer(container))
            && realization.takes(At.Q7, new AttachStep.SetContainer(file, container))
            && realization.takes(At.Q8, new AttachStep.SetIommu(container, iommuType()))
            && realization.takes(At.Q8, new AttachStep.MapMemory(container));
    if (ready) {
      List<Handle> known = new ArrayList<>(process.containersIn(space));
      known.add(container);
      process = process.withContainers(space, known);
      hold(id, file, container);
    }
    return ready;
  }

  /** Whether the container had attached the group behind this one already. */
  private boolean sharesDomain() {
    return group
        .flatMap(own ->
            realization
                .state()
                .vfioGroup(own)
                .flatMap(VfioGroup::container)
                .flatMap(realization.state()::container)
                .filter(container -> container.shares(own)))
        .isPresent();
  }

  private void hold(GroupId id, Handle file, Handle container) {
    process = process.with(new QemuProcess.HeldGroup(id, file, space, container, List.of()));
  }

  private boolean openDevice() {
    QemuProcess.HeldGroup held = process.group(group.orElseThrow()).orElseThrow();
    Handle file = realization.file("device");
    boolean listed = held.devices().contains(device);
    boolean opened =
        realization.takes(At.Q9, new AttachStep.AddDevice(realization.guest(), device, listed))
            && realization.takes(
                At.Q10,
                new AttachStep.GetDevice(held.file(), device, realization.given().vfToken(), file));
    if (opened) {
      List<DeviceRef> devices = new ArrayList<>(held.devices());
      devices.add(device);
      process =
          process
              .with(
                  new QemuProcess.HeldGroup(
                      held.id(), held.file(), held.space(), held.container(), devices))
              .with(new QemuProcess.HeldDevice(device, file, held.id(), Optional.empty(), since));
    }
    return opened;
  }

  private IommuType iommuType() {
    return realization.state().iommu().filter(kind -> kind == IommuKind.SPAPR).isPresent()
        ? IommuType.SPAPR_TCE
        : IommuType.TYPE1V2;
  }
}
