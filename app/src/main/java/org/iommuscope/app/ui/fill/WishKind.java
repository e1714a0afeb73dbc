package org.iommuscope.app.ui.fill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.model.planning.DeviceKind;
import org.iommuscope.model.planning.DeviceKind.Category;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/**
 * Something that a guest may wish for on a host.
 *
 * @param text {@code VF of 0000:06:00.0, 4 of them}
 */
record WishKind(String text, DeviceKind kind) {

  /** What the host has: kinds of functions, VFs of ports, mdev types, and what is selected. */
  static List<WishKind> of(HostTopology host, SequencedSet<DeviceRef> selection) {
    List<PciFunction> endpoints =
        host.devices().values().stream()
            .filter(device -> device instanceof PciFunction function && !function.isBridge())
            .map(PciFunction.class::cast)
            .toList();
    List<WishKind> kinds = new ArrayList<>();
    categories(endpoints).forEach(kinds::add);
    ports(endpoints).forEach(kinds::add);
    alike(endpoints).forEach(kinds::add);
    types(host).forEach(kinds::add);
    selected(endpoints, selection).ifPresent(kinds::add);
    return List.copyOf(kinds);
  }

  private static Stream<WishKind> categories(List<PciFunction> endpoints) {
    return Stream.of(
            new WishKind(
                "GPU and its audio", function(Optional.of(Category.DISPLAY), Category.AUDIO)),
            new WishKind("GPU", function(Optional.of(Category.DISPLAY))),
            new WishKind("network function", function(Optional.of(Category.NETWORK))),
            new WishKind("storage controller", function(Optional.of(Category.STORAGE))),
            new WishKind("USB controller", function(Optional.of(Category.USB))),
            new WishKind("sound device", function(Optional.of(Category.AUDIO))),
            new WishKind("accelerator", function(Optional.of(Category.ACCELERATOR))))
        .filter(kind -> endpoints.stream().anyMatch(kind::isFittedBy));
  }

  private boolean isFittedBy(PciFunction function) {
    return kind instanceof DeviceKind.Function wished && wished.fits(function);
  }

  private static DeviceKind.Function function(Optional<Category> category, Category... with) {
    return new DeviceKind.Function(
        category, Optional.empty(), Optional.empty(), List.of(with), List.of());
  }

  private static Stream<WishKind> ports(List<PciFunction> endpoints) {
    Map<PciAddress, Integer> vfs = new LinkedHashMap<>();
    endpoints.forEach(function ->
        function.sriov().physfn().known().ifPresent(pf -> vfs.merge(pf, 1, Integer::sum)));
    return vfs.entrySet().stream()
        .map(port ->
            new WishKind(
                "VF of %s, %d of them".formatted(port.getKey(), port.getValue()),
                new DeviceKind.Function(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(port.getKey()),
                    List.of(),
                    List.of())));
  }

  /** Devices of which there are several, whichever port or slot they are in. */
  private static Stream<WishKind> alike(List<PciFunction> endpoints) {
    Map<DeviceKind.Ids, List<PciFunction>> byIds = new LinkedHashMap<>();
    for (PciFunction function : endpoints) {
      Optional<Integer> vendor = function.ids().vendor().known();
      Optional<Integer> device = function.ids().device().known();
      if (vendor.isPresent() && device.isPresent()) {
        byIds
            .computeIfAbsent(
                new DeviceKind.Ids(vendor.get(), device.get()), none -> new ArrayList<>())
            .add(function);
      }
    }
    return byIds.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
        .map(entry ->
            new WishKind(
                "%s, any of %d"
                    .formatted(
                        DeviceNames.nameOf(entry.getValue().getFirst()), entry.getValue().size()),
                new DeviceKind.Function(
                    Optional.empty(),
                    Optional.of(entry.getKey()),
                    Optional.empty(),
                    List.of(),
                    List.of())));
  }

  private static Stream<WishKind> types(HostTopology host) {
    return host.mdevParents().values().stream()
        .flatMap(parent -> parent.types().stream())
        .map(type -> new WishKind("mdev of type " + type.id(), new DeviceKind.Mdev(type.id())))
        .distinct();
  }

  private static Optional<WishKind> selected(
      List<PciFunction> endpoints, SequencedSet<DeviceRef> selection) {
    List<DeviceRef> chosen =
        endpoints.stream()
            .<DeviceRef>map(PciFunction::address)
            .filter(selection::contains)
            .toList();
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WishKind(
                chosen.size() == 1
                    ? chosen.getFirst().text()
                    : "any of the " + chosen.size() + " that are selected",
                new DeviceKind.Function(
                    Optional.empty(), Optional.empty(), Optional.empty(), List.of(), chosen)));
  }
}
