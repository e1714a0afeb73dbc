package org.iommuscope.app.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iommuscope.app.ui.sign.Told;
import org.iommuscope.model.config.ConfigFact;
import org.iommuscope.model.config.ConfigFacts;
import org.iommuscope.model.topology.CapturedFolder;
import org.iommuscope.model.topology.CapturedText;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.ReservedRegion;

/** Lists what a capture says of one device, by category. */
final class DeviceFacts {

  private static final String NONE = "none";

  private final Optional<CapturedFolder> folder;
  private final Optional<CapturedFolder> groupFolder;
  private final List<Fact> facts = new ArrayList<>();

  private DeviceFacts(Optional<CapturedFolder> folder, Optional<CapturedFolder> groupFolder) {
    this.folder = folder;
    this.groupFolder = groupFolder;
  }

  static List<Fact> of(HostTopology host, HostDevice device) {
    DeviceFacts all =
        new DeviceFacts(
            host.sources().of(device.ref()), device.group().known().flatMap(host.sources()::of));
    switch (device) {
      case PciFunction function -> all.addFunction(function);
      case MediatedDevice mdev -> all.addMdev(mdev);
      case OtherDevice other -> all.add("Device", "Name", other.name().text());
    }
    host.uses().of(device.ref()).forEach(all::addUse);
    all.addBinding(device);
    all.addGroup(host, device);
    if (host.mdevParents().get(device.ref()) instanceof MdevParent parent) {
      parent.types().forEach(all::addType);
    }
    if (device instanceof PciFunction function) {
      function.config().known().ifPresent(all::addConfig);
      function.capabilities().known().map(WordedFacts::of).ifPresent(all.facts::addAll);
    }
    all.addFiles();
    return List.copyOf(all.facts);
  }

  private void addFunction(PciFunction function) {
    add("Device", "Address", function.address().text());
    add("Device", "Name", Told.text(function.name(), NONE));
    addIds(function.ids());
    add("Device", "Header", function.header().map(type -> type.name().toLowerCase(Locale.ROOT)));
    add("Device", "Resources", function.bars().map(DeviceFacts::sizes));
    add("Device", "Resets by", function.resetMethods().map(words -> String.join(", ", words)));
    add("Device", "Config space", function.config().map(config -> config.length() + " bytes"));
    add("Device", "Used by the host", function.uses().map(words -> String.join(", ", words)));
    add("Device", "Boot display", function.bootVga().map(yes -> yes ? "yes" : "no"));
    add("Place", "Upstream", function.placement().upstream());
    add("Place", "Host bridge", function.placement().hostBridge());
    add("Place", "NUMA node", function.placement().numaNode());
    add("Place", "Slot", function.placement().slot());
    add("Place", "IOMMU", function.iommu());
    addSriov(function);
  }

  private void addIds(PciIds ids) {
    add("Device", "Vendor", ids.vendor().map(id -> hex(id, 4)));
    add("Device", "Device", ids.device().map(id -> hex(id, 4)));
    add("Device", "Class", ids.classCode().map(code -> hex(code, 6)));
    add("Device", "Revision", ids.revision().map(number -> hex(number, 2)));
  }

  private void addSriov(PciFunction function) {
    add("SR-IOV", "Physical function", function.sriov().physfn());
    add("SR-IOV", "Virtual functions", function.sriov().numVfs());
    add("SR-IOV", "At most", function.sriov().totalVfs());
  }

  private void addMdev(MediatedDevice mdev) {
    add("Device", "UUID", mdev.uuid().text());
    add("Device", "Type", mdev.type());
    add("Place", "Parent", mdev.parent());
  }

  private void addBinding(HostDevice device) {
    add("Driver", "Bound to", device.driver());
    if (device instanceof PciFunction function) {
      add("Driver", "Override", function.driverOverride());
    }
  }

  private void addGroup(HostTopology host, HostDevice device) {
    add("IOMMU group", "Number", device.group());
    host.groupOf(device.ref()).ifPresent(this::addGroup);
  }

  private void addGroup(IommuGroup group) {
    String members =
        group.members().stream().map(DeviceRef::text).collect(Collectors.joining("\n"));
    add("IOMMU group", "Members", members);
    add("IOMMU group", "Default domain", group.type());
    add("IOMMU group", "Group name", group.name());
    add("IOMMU group", "Reserved", group.reservedRegions().map(DeviceFacts::regions));
  }

  private static String regions(List<ReservedRegion> regions) {
    return regions.isEmpty()
        ? NONE
        : regions.stream()
            .map(region -> region.start() + " to " + region.end() + ", " + region.type())
            .collect(Collectors.joining("\n"));
  }

  /** What the running host would lose with the device. */
  private void addUse(HostUse use) {
    facts.add(
        new Fact(
            "The host uses it",
            use.label(),
            use.because(),
            Optional.of(new Fact.Source("/" + use.source(), use.source(), ""))));
  }

  private void addConfig(ConfigSpace config) {
    for (ConfigFact fact : ConfigFacts.of(config)) {
      String place = "config at 0x%02x".formatted(fact.offset());
      Optional<Fact.Source> source =
          folder.map(known -> new Fact.Source("/" + known.path() + "/config", place, fact.raw()));
      facts.add(new Fact("Config space", fact.name(), fact.value(), source));
    }
  }

  /** What was captured besides, as it stands there. */
  private void addFiles() {
    folder.ifPresent(known -> {
      add("Captured files", "Folder", "/" + known.path());
      known.texts().stream()
          .filter(text -> !FactSourceNames.isNamed(text.name()))
          .forEach(text ->
              facts.add(
                  new Fact(
                      "Captured files",
                      text.name(),
                      text.raw().strip(),
                      Optional.of(new Fact.Source(path(known, text), text.name(), "")))));
    });
  }

  private static String path(CapturedFolder folder, CapturedText text) {
    return "/" + folder.pathOf(text);
  }

  private void addType(MdevType type) {
    add(
        "Mediated devices",
        type.id(),
        type.availableInstances().map(count -> count + " more can be made"));
  }

  private void add(String category, String name, Reading<?> value) {
    add(category, name, Told.text(value, NONE));
  }

  private void add(String category, String name, String value) {
    facts.add(new Fact(category, name, value, sourceOf(name)));
  }

  private Optional<Fact.Source> sourceOf(String fact) {
    return FactSourceNames.ofDevice(fact)
        .flatMap(file -> source(folder, file))
        .or(() -> FactSourceNames.ofGroup(fact).flatMap(file -> source(groupFolder, file)));
  }

  private static Optional<Fact.Source> source(Optional<CapturedFolder> folder, String file) {
    return folder.flatMap(known ->
        known.texts().stream()
            .filter(text -> text.name().equals(file))
            .findFirst()
            .map(text -> new Fact.Source(path(known, text), file, text.raw())));
  }

  private static String hex(int number, int digits) {
    return ("0x%0" + digits + "x").formatted(number);
  }

  private static String sizes(List<Long> bytes) {
    return bytes.isEmpty()
        ? NONE
        : bytes.stream().map(DeviceFacts::size).collect(Collectors.joining(", "));
  }

  private static String size(long bytes) {
    if (bytes >= 1 << 30) {
      return (bytes >> 30) + " GiB";
    }
    if (bytes >= 1 << 20) {
      return (bytes >> 20) + " MiB";
    }
    return bytes >= 1 << 10 ? (bytes >> 10) + " KiB" : bytes + " B";
  }
}
