package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.Iommufd;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.simulation.QemuProcess.IoSpace;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.At;

/**
 * A device through its own node and an iommufd, in the order of {@code iommufd_cdev_attach} and
 * {@code iommufd_cdev_autodomains_get}, QEMU 10.0. An object serves one attempt and is thrown away.
 */
final class IommufdAttach {

  private final Realization realization;
  private final String space;
  private final String iommufd;
  private final int since;
  private final DeviceRef device;
  private final Handle file;

  private QemuProcess process;
  private OptionalInt table = OptionalInt.empty();

  IommufdAttach(Realization realization, String space, String iommufd, int since) {
    this.realization = realization;
    this.space = space;
    this.iommufd = iommufd;
    this.since = since;
    this.device = realization.given().device();
    this.file = realization.file("cdev");
    this.process = realization.idle().counted();
  }

  Attempt run(AttachState before) {
    boolean done =
        realization.takes(At.OPEN, new AttachStep.OpenCdev(file, device))
            && connect()
            && realization.takes(At.BIND, new AttachStep.BindCdev(file, context()))
            && (joinSpace() || newSpace());
    return done
        ? Attempt.done(realization, held(), false, before.groupOf(device))
        : Attempt.stopped(before, realization).of(before.groupOf(device), false).refused(table);
  }

  private QemuProcess held() {
    return process.with(
        new QemuProcess.HeldDevice(
            device,
            file,
            realization.state().groupOf(device).orElseThrow(),
            Optional.of(new QemuProcess.SpaceKey(space, iommufd)),
            since));
  }

  /** One iommufd object serves all devices that name it. */
  private boolean connect() {
    if (process.iommufds().has(iommufd)) {
      return true;
    }
    Handle opened = realization.file("iommufd");
    process = process.withIommufd(iommufd, opened);
    return realization.takes(At.OPEN, new AttachStep.OpenIommufd(opened));
  }

  private Handle context() {
    return process.iommufds().get(iommufd).orElseThrow();
  }

  private QemuProcess.SpaceKey key() {
    return new QemuProcess.SpaceKey(space, iommufd);
  }

  /** Tries the page tables of the guest's address space, and says nothing of those that refuse. */
  private boolean joinSpace() {
    Optional<IoSpace> known = process.spaces().get(key());
    if (known.isEmpty()) {
      return false;
    }
    for (int id : isMediated() ? List.of(known.get().ioas()) : known.get().tables()) {
      Answer answer = realization.ask(new AttachStep.AttachCdev(file, id));
      if (answer.isGranted()) {
        realization.accept(answer);
        return true;
      }
    }
    return false;
  }

  private boolean newSpace() {
    int ioas = nextId();
    if (!realization.takes(At.ATTACH, new AttachStep.AllocIoas(context()))) {
      return false;
    }
    int id = isMediated() ? ioas : nextId();
    boolean allocated =
        isMediated()
            || realization.takes(At.ATTACH, new AttachStep.AllocPageTable(context(), ioas));
    table = OptionalInt.of(id);
    boolean ready =
        allocated
            && realization.takes(At.ATTACH, new AttachStep.AttachCdev(file, id))
            && realization.takes(At.ATTACH, new AttachStep.MapMemory(context()));
    List<Integer> tables = new ArrayList<>();
    if (!isMediated()) {
      tables.add(id);
    }
    process = process.with(key(), new IoSpace(ioas, tables));
    return ready;
  }

  private int nextId() {
    return realization.state().iommufd(context()).map(Iommufd::nextId).orElse(1);
  }

  /** Devices without an IOMMU behind them are attached to the address space itself. */
  private boolean isMediated() {
    return realization
        .state()
        .groupOf(device)
        .filter(group -> realization.state().kindOf(group) == Membership.Kind.MDEV)
        .isPresent();
  }
}
