package org.iommuscope.model.planning;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.PciFunction;

/** Mdevs of a type: those that nobody has, and those that its parents would still make. */
record MdevOffers(HostTopology host, AssignmentPlan plan) {

  void add(DeviceKind.Mdev kind, List<Offer> offers, List<Hindrance> hindrances) {
    for (HostDevice device : host.devices().values()) {
      if (device instanceof MediatedDevice mdev
          && mdev.type().known().filter(kind.type()::equals).isPresent()) {
        present(mdev, offers, hindrances);
      }
    }
    for (MdevParent parent : host.mdevParents().values()) {
      parent.types().stream()
          .filter(type -> type.id().equals(kind.type()))
          .forEach(type -> fresh(parent, type, offers, hindrances));
    }
  }

  private void present(MediatedDevice mdev, List<Offer> offers, List<Hindrance> hindrances) {
    if (new DriverUse(host, plan).isGiven(mdev.uuid())) {
      hindrances.add(new Hindrance.Given(mdev.uuid(), mdev.uuid()));
      return;
    }
    Optional<Integer> node = mdev.parent().known().flatMap(this::node);
    offers.add(new Offer(List.of(mdev.uuid()), List.of(), 0, node, Optional.empty()));
  }

  private void fresh(
      MdevParent parent, MdevType type, List<Offer> offers, List<Hindrance> hindrances) {
    int left = type.availableInstances().known().orElse(0);
    if (left == 0) {
      hindrances.add(new Hindrance.UsedUp(parent.device()));
    }
    for (int nth = 0; nth < left; nth++) {
      MdevUuid uuid = uuid(parent.device(), type.id(), nth);
      PlannedMdev made = new PlannedMdev(uuid, parent.device(), type.id());
      offers.add(new Offer(List.of(uuid), List.of(), 0, node(parent.device()), Optional.of(made)));
    }
  }

  /** The same host and plan make the same UUID, so that a plan filled twice is one plan. */
  private static MdevUuid uuid(DeviceRef parent, String type, int nth) {
    String name = parent + " " + type + " " + nth;
    return new MdevUuid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private Optional<Integer> node(DeviceRef parent) {
    return host.device(parent)
        .flatMap(found ->
            found instanceof PciFunction function
                ? function.placement().numaNode().known()
                : Optional.empty());
  }
}
