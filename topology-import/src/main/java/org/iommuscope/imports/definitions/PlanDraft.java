package org.iommuscope.imports.definitions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Environment;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** A plan while definitions are read; it is born and dies with one reading. */
final class PlanDraft {

  private static final String VFIO_PCI = "vfio-pci";

  private final Optional<HostTopology> host;
  private final TreeMap<DeviceRef, Optional<String>> bindings = new TreeMap<>();
  private final List<PlannedMdev> mdevs = new ArrayList<>();
  private final List<Guest> guests = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final NetworkPools pools = new NetworkPools();
  private final Map<String, List<PciAddress>> mappings = new HashMap<>();
  private final KubevirtResources resources;
  private boolean isLibvirt;

  PlanDraft(Optional<HostTopology> host) {
    this.host = host;
    this.resources = new KubevirtResources(host);
  }

  /** What the names of a cluster's resources stand for, over all its manifests. */
  KubevirtResources resources() {
    return resources;
  }

  Optional<HostTopology> host() {
    return host;
  }

  NetworkPools pools() {
    return pools;
  }

  /** The VFs of the function that the host's network knows by a name, as far as captured. */
  List<PciAddress> functionsBehind(String network) {
    return host.stream()
        .flatMap(it -> it.devices().values().stream())
        .filter(PciFunction.class::isInstance)
        .map(PciFunction.class::cast)
        .filter(function -> function.uses().known().orElse(List.of()).contains("net " + network))
        .flatMap(function -> function.sriov().virtfns().known().orElse(List.of()).stream())
        .toList();
  }

  boolean isEmpty() {
    return guests.isEmpty() && notes.isEmpty() && bindings.isEmpty() && mdevs.isEmpty();
  }

  /** Keeps what an export wrote into the definition of a guest. */
  void note(GuestDraft guest, String text) {
    notes.add(new Note(Optional.of(guest.name()), text));
  }

  /** Keeps what an export wrote into a definition of all guests. */
  void note(String text) {
    notes.add(new Note(Optional.empty(), text));
  }

  void bind(DeviceRef device, String driver) {
    bindings.put(device, Optional.of(driver));
  }

  /** A guest of this name; two of one name get numbers, as a plan needs names of its own. */
  GuestDraft guest(String name) {
    String own = name.isBlank() ? "guest" : name;
    String free = own;
    for (int n = 2; isTaken(free); n++) {
      free = own + "-" + n;
    }
    return new GuestDraft(new GuestName(free));
  }

  private boolean isTaken(String name) {
    return guests.stream().anyMatch(guest -> guest.name().text().equals(name));
  }

  void add(GuestDraft guest) {
    guests.add(guest.toGuest());
  }

  /** The program that starts the guest gives the device to vfio-pci itself. */
  void bindToVfio(DeviceRef device) {
    bindings.put(device, Optional.of(VFIO_PCI));
  }

  /** A name that a cluster has for functions. */
  void mapping(String name, PciAddress function) {
    mappings.computeIfAbsent(name, none -> new ArrayList<>()).add(function);
  }

  /** The first function of a name that no guest has by another. */
  Optional<PciAddress> mapped(String name) {
    List<PciAddress> free = mappings.getOrDefault(name, List.of());
    return free.isEmpty() ? Optional.empty() : Optional.of(free.removeFirst());
  }

  void create(PlannedMdev mdev) {
    mdevs.add(mdev);
  }

  void startedByLibvirt() {
    isLibvirt = true;
  }

  /** Keeps what a plan has no word for. */
  void unknown(String sentence) {
    unknown.add(sentence);
  }

  /** All functions of a slot that the host has; the first alone where the host is not known. */
  List<PciAddress> functionsAt(PciAddress first, String where) {
    List<PciAddress> found = new ArrayList<>();
    for (HostDevice device : host.map(it -> it.devices().values()).orElse(List.of())) {
      if (device instanceof PciFunction function && isInSlot(function.address(), first)) {
        found.add(function.address());
      }
    }
    if (found.isEmpty()) {
      unknown(
          where
              + " means all functions of "
              + first.text().substring(0, first.text().lastIndexOf('.'))
              + "; without a capture that has them only .0 was taken");
      found.add(first);
    }
    return found;
  }

  private static boolean isInSlot(PciAddress one, PciAddress other) {
    return one.segment() == other.segment()
        && one.bus() == other.bus()
        && one.device() == other.device();
  }

  DefinedPlan done() {
    AssignmentPlan plan = AssignmentPlan.EMPTY.withGuests(guests);
    Environment environment =
        isLibvirt ? LibvirtEnvironment.of(plan.environment()) : plan.environment();
    return new DefinedPlan(
        new AssignmentPlan(
            plan.profile(),
            environment,
            bindings,
            mdevs,
            plan.annotations(),
            guests,
            plan.sequence(),
            plan.waivers(),
            plan.comments()),
        unknown,
        notes);
  }
}
