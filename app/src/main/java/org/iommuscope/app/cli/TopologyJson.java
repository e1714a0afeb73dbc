package org.iommuscope.app.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iommuscope.app.files.JsonPrinter;
import org.iommuscope.app.files.JsonValue;
import org.iommuscope.imports.ImportResult;
import org.iommuscope.imports.report.ImportNote;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.MdevBacking;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.ReservedRegion;

/** An imported host in the format {@code iommuscope-topology/1}. */
final class TopologyJson {

  private static final String FORMAT = "iommuscope-topology/1";

  /** One line for each group, device, mdev and note, so that a line is what a diff shows. */
  private static final Set<String> LINES =
      Set.of("", "groups", "devices", "mdevParents", "mdevs", "parameters", "notes");

  private TopologyJson() {}

  static String of(ImportResult result) {
    HostTopology host = result.host();
    List<MediatedDevice> mdevs =
        host.devices().values().stream()
            .filter(MediatedDevice.class::isInstance)
            .map(MediatedDevice.class::cast)
            .toList();
    JsonValue topology =
        new FactsJson()
            .with("format", FORMAT)
            .with("source", source(result))
            .with("groups", FactsJson.list(host.groups().values(), TopologyJson::group))
            .with("devices", FactsJson.list(host.devices().values(), DeviceJson::of))
            .with("mdevParents", FactsJson.list(host.mdevParents().values(), TopologyJson::parent))
            .with("mdevs", FactsJson.list(mdevs, mdev -> mdev(host, mdev)))
            .with("parameters", parameters(host.kernel().parameters()))
            .with("notes", FactsJson.list(result.notes(), TopologyJson::note))
            .end();
    return JsonPrinter.print(topology, LINES);
  }

  private static JsonValue source(ImportResult result) {
    KernelFacts kernel = result.host().kernel();
    return new FactsJson()
        .with("path", result.provenance().path())
        .with("kind", result.provenance().kind())
        .with("kernel", kernel.release())
        .with("cmdline", kernel.commandLine())
        .endingWithUnreadIfAny();
  }

  private static JsonValue group(IommuGroup group) {
    return new FactsJson()
        .with("id", DeviceJson.group(group.id()))
        .with("kind", DeviceJson.lowerCase(group.kind()))
        .with("type", group.type())
        .with("name", group.name())
        .with("devices", FactsJson.list(group.members(), DeviceJson::ref))
        .withList("reservedRegions", group.reservedRegions(), TopologyJson::region)
        .endingWithUnreadIfAny();
  }

  private static JsonValue region(ReservedRegion region) {
    return new FactsJson()
        .with("start", "0x" + Long.toHexString(region.start()))
        .with("end", "0x" + Long.toHexString(region.end()))
        .with("type", region.type())
        .end();
  }

  private static JsonValue parent(MdevParent parent) {
    return new FactsJson()
        .with("device", DeviceJson.ref(parent.device()))
        .with("types", FactsJson.list(parent.types(), TopologyJson::type))
        .end();
  }

  private static JsonValue type(MdevType type) {
    return new FactsJson()
        .with("id", type.id())
        .with("name", type.name())
        .with("deviceApi", type.deviceApi())
        .with("availableInstances", type.availableInstances(), JsonValue::of)
        .endingWithUnreadIfAny();
  }

  private static JsonValue mdev(HostTopology host, MediatedDevice mdev) {
    Optional<MdevBacking> backing = MdevBacking.toldBy(host, mdev);
    return new FactsJson()
        .with("uuid", DeviceJson.ref(mdev.uuid()))
        .with("parent", mdev.parent(), DeviceJson::ref)
        .with("type", mdev.type())
        .with("group", mdev.group(), DeviceJson::group)
        .with("driver", mdev.driver())
        .with("backing", backing, DeviceJson::lowerCase)
        .with("backingGroup", backingGroup(host, mdev, backing), DeviceJson::group)
        .endingWithUnreadIfAny();
  }

  /** The group of the device whose isolation the mdev shares. */
  private static Optional<GroupId> backingGroup(
      HostTopology host, MediatedDevice mdev, Optional<MdevBacking> backing) {
    return backing
        .filter(kind -> kind != MdevBacking.VENDOR)
        .flatMap(kind -> mdev.parent().known())
        .flatMap(host::device)
        .flatMap(parent -> parent.group().known());
  }

  private static JsonValue parameters(Map<String, String> parameters) {
    FactsJson facts = new FactsJson();
    new TreeMap<>(parameters).forEach(facts::with);
    return facts.end();
  }

  private static JsonValue note(ImportNote note) {
    return new FactsJson()
        .with("kind", DeviceJson.lowerCase(note.kind()))
        .with("where", note.where())
        .with("line", line(note), JsonValue::of)
        .with("text", note.text())
        .end();
  }

  private static Optional<Integer> line(ImportNote note) {
    return note.line().isPresent() ? Optional.of(note.line().getAsInt()) : Optional.empty();
  }
}
