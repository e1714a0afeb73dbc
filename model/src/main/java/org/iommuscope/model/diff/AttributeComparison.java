package org.iommuscope.model.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** The facts of the host, and of each device that both captures have, one by one. */
final class AttributeComparison {

  private final HostTopology before;
  private final HostTopology after;
  private final Matching matching;
  private final List<AttributeChange> changes = new ArrayList<>();

  AttributeComparison(HostTopology before, HostTopology after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
  }

  /** The changes: those of the host, then those of each device by its name now. */
  List<AttributeChange> changes() {
    compareKernels();
    List<DeviceRef> olds = new ArrayList<>(matching.all().keySet());
    olds.sort(Comparator.comparing(was -> matching.after(was).orElseThrow()));
    for (DeviceRef was : olds) {
      compare(
          before.device(was).orElseThrow(),
          matching.after(was).flatMap(after::device).orElseThrow());
    }
    return changes;
  }

  private void compareKernels() {
    Optional<DeviceRef> host = Optional.empty();
    compare(host, "kernel", before.kernel().release(), after.kernel().release());
    compare(host, "cmdline", before.kernel().commandLine(), after.kernel().commandLine());
    compare(host, "iommu", text(before.kernel().iommu()), text(after.kernel().iommu()));
    compare(
        host,
        "interruptRemapping",
        text(before.kernel().interruptRemapping()),
        text(after.kernel().interruptRemapping()));
    Map<String, String> were = before.kernel().parameters();
    Map<String, String> are = after.kernel().parameters();
    if (!were.isEmpty() && !are.isEmpty()) {
      TreeSet<String> names = new TreeSet<>(were.keySet());
      names.addAll(are.keySet());
      names.forEach(name -> compare(host, name, optional(were, name), optional(are, name)));
    }
  }

  private void compare(HostDevice was, HostDevice is) {
    Optional<DeviceRef> ref = Optional.of(is.ref());
    switch (is) {
      case PciFunction now when was instanceof PciFunction then -> compareFunctions(then, now);
      case MediatedDevice now when was instanceof MediatedDevice then -> compareMdevs(then, now);
      case PciFunction now -> {}
      case MediatedDevice now -> {}
      case OtherDevice now -> compare(ref, "driver", was.driver(), now.driver());
    }
    compare(ref, "groupType", groupType(before, was), groupType(after, is));
    compareTypes(was.ref(), is.ref());
  }

  private void compareFunctions(PciFunction was, PciFunction is) {
    Optional<DeviceRef> ref = Optional.of(is.address());
    for (FunctionFacts fact : FunctionFacts.values()) {
      compare(ref, fact.key(), fact.of(was), fact.of(is));
    }
  }

  private void compareMdevs(MediatedDevice was, MediatedDevice is) {
    Optional<DeviceRef> ref = Optional.of(is.uuid());
    compare(ref, "driver", was.driver(), is.driver());
    compare(ref, "type", was.type(), is.type());
    Reading<String> parent =
        was.parent().map(device -> matching.after(device).orElse(device).text());
    compare(ref, "parent", parent, is.parent().map(DeviceRef::text));
  }

  private static Reading<String> groupType(HostTopology host, HostDevice device) {
    return device
        .group()
        .known()
        .flatMap(host::group)
        .map(IommuGroup::type)
        .orElseGet(Reading::unread);
  }

  /** What a parent of mdevs offers; a type of either capture may be new or gone. */
  private void compareTypes(DeviceRef was, DeviceRef is) {
    Map<String, MdevType> were = types(before, was);
    Map<String, MdevType> are = types(after, is);
    TreeSet<String> ids = new TreeSet<>(were.keySet());
    ids.addAll(are.keySet());
    for (String id : ids) {
      compare(
          Optional.of(is), "availableInstances of " + id, instances(were, id), instances(are, id));
    }
  }

  private static Map<String, MdevType> types(HostTopology host, DeviceRef parent) {
    Map<String, MdevType> types = new LinkedHashMap<>();
    Optional.ofNullable(host.mdevParents().get(parent)).map(MdevParent::types).stream()
        .flatMap(List::stream)
        .forEach(type -> types.put(type.id(), type));
    return types;
  }

  private static Reading<String> instances(Map<String, MdevType> types, String id) {
    MdevType type = types.get(id);
    return type == null ? Reading.absent() : text(type.availableInstances());
  }

  private void compare(
      Optional<DeviceRef> device, String attribute, Reading<String> was, Reading<String> is) {
    if (!was.isUnread() && !is.isUnread() && !was.equals(is)) {
      changes.add(new AttributeChange(device, attribute, was.known(), is.known()));
    }
  }

  private static Reading<String> optional(Map<String, String> map, String key) {
    return Optional.ofNullable(map.get(key)).map(Reading::of).orElseGet(Reading::absent);
  }

  private static Reading<String> text(Reading<?> reading) {
    return reading.isUnread()
        ? Reading.unread()
        : reading.known().map(value -> Reading.of(value.toString())).orElseGet(Reading::absent);
  }
}
