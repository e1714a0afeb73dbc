package org.iommuscope.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.evidence.ToldFacts;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.PciPlacement;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.SriovRole;

/**
 * Two captures of one host read as one: what the first does not say, the second may; where both say
 * something, the first counts, and a note names both places of what differs.
 */
final class ImportMerge {

  private final ImportNotes notes = new ImportNotes();
  private final Provenance firstFrom;
  private final Provenance secondFrom;
  private final Map<DeviceRef, Map<Fact<?>, Place>> places = new HashMap<>();

  private ImportMerge(ImportResult first, ImportResult second) {
    this.firstFrom = first.provenance();
    this.secondFrom = second.provenance();
    notes.addAll(first.notes());
    notes.addAll(second.notes());
    places.putAll(secondFrom.places());
    places.putAll(firstFrom.places());
  }

  static ImportResult of(ImportResult first, ImportResult second) {
    ImportMerge merge = new ImportMerge(first, second);
    HostTopology host = merge.hosts(first.host(), second.host());
    return new ImportResult(host, merge.provenance(), merge.notes.toList());
  }

  private Provenance provenance() {
    Map<DeviceRef, String> folders = new HashMap<>(secondFrom.folders());
    folders.putAll(firstFrom.folders());
    return new Provenance(firstFrom.path(), firstFrom.kind(), folders, places);
  }

  private HostTopology hosts(HostTopology first, HostTopology second) {
    Map<DeviceRef, HostDevice> devices = new LinkedHashMap<>(first.devices());
    second.devices().forEach((ref, device) -> devices.merge(ref, device, this::devices));
    Map<GroupId, IommuGroup> groups = new LinkedHashMap<>(first.groups());
    second.groups().forEach((id, group) -> groups.merge(id, group, ImportMerge::groups));
    Map<DeviceRef, MdevParent> parents = new LinkedHashMap<>(first.mdevParents());
    second.mdevParents().forEach((ref, each) -> parents.merge(ref, each, ImportMerge::parents));
    return new HostTopology(
            devices.values(),
            settled(groups.values(), devices),
            new ArrayList<>(parents.values()),
            kernels(first.kernel(), second.kernel()),
            first.uses().orElse(second.uses()))
        .withSources(first.sources().orElse(second.sources()));
  }

  /** The groups with each device in its own only, where the captures differ in it. */
  private static List<IommuGroup> settled(
      Collection<IommuGroup> groups, Map<DeviceRef, HostDevice> devices) {
    return groups.stream().map(group -> settled(group, devices)).toList();
  }

  private static IommuGroup settled(IommuGroup group, Map<DeviceRef, HostDevice> devices) {
    TreeSet<DeviceRef> members = new TreeSet<>(group.members());
    members.removeIf(ref -> {
      HostDevice device = devices.get(ref);
      return device != null
          && device.group().known().filter(id -> !id.equals(group.id())).isPresent();
    });
    return new IommuGroup(
        group.id(), group.kind(), group.type(), group.name(), members, group.reservedRegions());
  }

  private HostDevice devices(HostDevice first, HostDevice second) {
    compare(first, second);
    return switch (first) {
      case PciFunction one when second instanceof PciFunction two -> functions(one, two);
      case MediatedDevice one when second instanceof MediatedDevice two -> mdevs(one, two);
      case OtherDevice one when second instanceof OtherDevice two -> others(one, two);
      case PciFunction one -> one;
      case MediatedDevice one -> one;
      case OtherDevice one -> one;
    };
  }

  /** Notes each fact in which the two differ, and keeps the place of the one that counts. */
  private void compare(HostDevice first, HostDevice second) {
    Map<Fact<?>, Reading<?>> others = ToldFacts.of(second);
    Map<Fact<?>, Place> from = new HashMap<>();
    ToldFacts.of(first)
        .forEach((fact, reading) -> {
          Reading<?> other = others.getOrDefault(fact, Reading.unread());
          Provenance told = reading.isUnread() ? secondFrom : firstFrom;
          if (!reading.isUnread() || !other.isUnread()) {
            told.placeOf(first.ref(), fact).ifPresent(place -> from.put(fact, place));
          }
          if (fact.isCompared()
              && !reading.isUnread()
              && !other.isUnread()
              && !reading.equals(other)) {
            contradict(first.ref(), fact, reading, other);
          }
        });
    places.put(first.ref(), from);
  }

  private void contradict(DeviceRef ref, Fact<?> fact, Reading<?> first, Reading<?> second) {
    Place there = firstFrom.placeOf(ref, fact).orElse(new Place(firstFrom.path(), 0));
    Place here = secondFrom.placeOf(ref, fact).orElse(new Place(secondFrom.path(), 0));
    notes.contradiction(
        here.file(),
        here.line(),
        "%s of %s: %s here, %s at %s; the first counts"
            .formatted(fact, ref.text(), say(second), say(first), there));
  }

  private static String say(Reading<?> reading) {
    return reading.known().map(Object::toString).orElse("none");
  }

  private static PciFunction functions(PciFunction one, PciFunction two) {
    return new PciFunction(
        one.address(),
        either(one.name(), two.name()),
        ids(one.ids(), two.ids()),
        either(one.header(), two.header()),
        either(one.driver(), two.driver()),
        either(one.driverOverride(), two.driverOverride()),
        either(one.group(), two.group()),
        either(one.iommu(), two.iommu()),
        placements(one.placement(), two.placement()),
        roles(one.sriov(), two.sriov()),
        either(one.bootVga(), two.bootVga()),
        either(one.resetMethods(), two.resetMethods()),
        either(one.bars(), two.bars()),
        either(one.config(), two.config()),
        either(one.capabilities(), two.capabilities()),
        either(one.uses(), two.uses()),
        either(one.vfioCdev(), two.vfioCdev()));
  }

  private static PciIds ids(PciIds one, PciIds two) {
    return new PciIds(
        either(one.vendor(), two.vendor()),
        either(one.device(), two.device()),
        either(one.subsystemVendor(), two.subsystemVendor()),
        either(one.subsystemDevice(), two.subsystemDevice()),
        either(one.classCode(), two.classCode()),
        either(one.revision(), two.revision()));
  }

  private static PciPlacement placements(PciPlacement one, PciPlacement two) {
    return new PciPlacement(
        either(one.upstream(), two.upstream()),
        either(one.hostBridge(), two.hostBridge()),
        either(one.numaNode(), two.numaNode()),
        either(one.slot(), two.slot()));
  }

  private static SriovRole roles(SriovRole one, SriovRole two) {
    return new SriovRole(
        either(one.physfn(), two.physfn()),
        either(one.virtfns(), two.virtfns()),
        either(one.totalVfs(), two.totalVfs()),
        either(one.numVfs(), two.numVfs()));
  }

  private static MediatedDevice mdevs(MediatedDevice one, MediatedDevice two) {
    return new MediatedDevice(
        one.uuid(),
        either(one.parent(), two.parent()),
        either(one.type(), two.type()),
        either(one.group(), two.group()),
        either(one.driver(), two.driver()));
  }

  private static OtherDevice others(OtherDevice one, OtherDevice two) {
    DeviceName name = one.name();
    String bus = one.bus().equals(OtherDevice.UNKNOWN_BUS) ? two.bus() : one.bus();
    return new OtherDevice(
        name, bus, either(one.group(), two.group()), either(one.driver(), two.driver()));
  }

  private static IommuGroup groups(IommuGroup one, IommuGroup two) {
    TreeSet<DeviceRef> members = new TreeSet<>(one.members());
    members.addAll(two.members());
    return new IommuGroup(
        one.id(),
        one.kind() == IommuGroup.Kind.PHYSICAL ? two.kind() : one.kind(),
        either(one.type(), two.type()),
        either(one.name(), two.name()),
        members,
        either(one.reservedRegions(), two.reservedRegions()));
  }

  private static MdevParent parents(MdevParent one, MdevParent two) {
    return one.types().isEmpty() ? two : one;
  }

  private static KernelFacts kernels(KernelFacts one, KernelFacts two) {
    SortedMap<String, String> parameters = new TreeMap<>(two.parameters());
    parameters.putAll(one.parameters());
    return new KernelFacts(
        either(one.release(), two.release()),
        either(one.commandLine(), two.commandLine()),
        parameters,
        either(one.iommu(), two.iommu()),
        either(one.interruptRemapping(), two.interruptRemapping()),
        either(one.modules(), two.modules()));
  }

  private static <T> Reading<T> either(Reading<T> one, Reading<T> two) {
    return one.isUnread() ? two : one;
  }
}
