package org.iommuscope.app.ui.dials;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.whatif.Slots;

/** Reads from a host and a plan how the dials of one device stand. */
record DialReading(HostTopology captured, HostTopology imagined, List<PlanStep> steps) {

  Optional<DeviceDials> of(DeviceRef ref) {
    return imagined.device(ref).map(this::of);
  }

  private DeviceDials of(HostDevice device) {
    Optional<PciFunction> function =
        Optional.of(device).filter(PciFunction.class::isInstance).map(PciFunction.class::cast);
    return new DeviceDials(
        device.ref(),
        DeviceNames.nameOf(device),
        function.flatMap(this::vfs),
        function.filter(pci -> !pci.isBridge()).map(this::driver),
        function.flatMap(this::slot),
        mdevs(device.ref()),
        function.flatMap(DialReading::ids),
        device.ref() instanceof MdevUuid);
  }

  private Optional<DeviceDials.Vfs> vfs(PciFunction function) {
    Optional<Integer> most = function.sriov().totalVfs().known().filter(total -> total > 0);
    int now =
        captured
            .device(function.address())
            .map(PciFunction.class::cast)
            .flatMap(pf -> pf.sriov().virtfns().known())
            .map(List::size)
            .orElse(0);
    int wanted =
        steps.stream()
            .filter(
                step -> step instanceof PlanStep.SetVfs set && set.pf().equals(function.address()))
            .map(step -> ((PlanStep.SetVfs) step).count())
            .reduce((first, second) -> second)
            .orElse(now);
    return most.map(total -> new DeviceDials.Vfs(now, wanted, total));
  }

  private DeviceDials.Driver driver(PciFunction function) {
    DeviceRef ref = function.ref();
    String now = captured.device(ref).flatMap(known -> known.driver().known()).orElse("");
    Optional<String> wanted = Optional.empty();
    for (PlanStep step : steps) {
      if (step instanceof PlanStep.Bind(var device, var driver) && device.equals(ref)) {
        wanted = Optional.of(driver);
      } else if (step instanceof PlanStep.Unbind(var device) && device.equals(ref)) {
        wanted = Optional.of("");
      }
    }
    return new DeviceDials.Driver(now, wanted, drivers(function));
  }

  /** Those that functions of its class have on this host, and the one that hands it to guests. */
  private List<String> drivers(PciFunction function) {
    Set<String> drivers = new LinkedHashSet<>(List.of("vfio-pci"));
    for (HostDevice other : captured.devices().values()) {
      if (other instanceof PciFunction like
          && like.ids().classCode().equals(function.ids().classCode())) {
        like.driver().known().ifPresent(drivers::add);
      }
    }
    return List.copyOf(drivers);
  }

  private Optional<DeviceDials.Slot> slot(PciFunction function) {
    PciAddress address = function.address();
    Slots slots = new Slots(imagined);
    Optional<PciAddress> now =
        captured
            .device(address)
            .map(PciFunction.class::cast)
            .flatMap(known -> known.placement().upstream().known());
    if (now.isEmpty() || !slots.isMovable(address) || function.isBridge()) {
      return Optional.empty();
    }
    Set<PciAddress> card = slots.cardOf(address);
    Optional<PciAddress> wanted =
        steps.stream()
            .filter(step -> step instanceof PlanStep.MoveCard move && card.contains(move.device()))
            .map(step -> ((PlanStep.MoveCard) step).below())
            .findFirst();
    List<PciAddress> free = new ArrayList<>(slots.freeFor(address));
    free.remove(now.get());
    return Optional.of(new DeviceDials.Slot(now.get(), wanted, free));
  }

  private List<DeviceDials.Mdev> mdevs(DeviceRef parent) {
    return Optional.ofNullable(imagined.mdevParents().get(parent)).stream()
        .map(MdevParent::types)
        .flatMap(List::stream)
        .map(type -> new DeviceDials.Mdev(type.id(), words(type)))
        .toList();
  }

  private static String words(MdevType type) {
    String name = type.name().known().filter(text -> !text.equals(type.id())).orElse("");
    String left =
        type.availableInstances()
            .known()
            .map(count -> ", " + count + " captured as left")
            .orElse("");
    return type.id() + (name.isEmpty() ? "" : ", " + name) + left;
  }

  private static Optional<String> ids(PciFunction function) {
    Optional<Integer> vendor = function.ids().vendor().known();
    Optional<Integer> device = function.ids().device().known();
    return vendor.isPresent() && device.isPresent()
        ? Optional.of("%04x:%04x".formatted(vendor.get(), device.get()))
        : Optional.empty();
  }
}
