package org.iommuscope.imports.sysfs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.BootLog;
import org.iommuscope.model.topology.CapturedFolder;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.FactSources;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUses;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.MdevParent;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/** The parts of a host while they are read; it is born and dies inside one import. */
final class TopologyBuilder {

  final SortedMap<PciAddress, PciDraft> functions = new TreeMap<>(DeviceRef::compareTo);
  final SortedMap<DeviceName, OtherDraft> others = new TreeMap<>(DeviceRef::compareTo);
  final SortedMap<MdevUuid, MdevDraft> mdevs = new TreeMap<>(DeviceRef::compareTo);
  final SortedMap<GroupId, GroupDraft> groups = new TreeMap<>();
  final SortedMap<DeviceRef, MdevParent> mdevParents = new TreeMap<>();
  final SortedMap<String, String> parameters = new TreeMap<>();
  final SortedMap<DeviceRef, Folder> folders = new TreeMap<>();
  Reading<String> release = Reading.unread();
  Reading<String> commandLine = Reading.unread();
  Reading<IommuKind> iommu = Reading.unread();
  Reading<Boolean> interruptRemapping = Reading.unread();
  Reading<Set<String>> modules = Reading.unread();
  HostUses uses = HostUses.unread();
  BootLog log = BootLog.UNREAD;
  Reading<LocalDate> captured = Reading.unread();

  PciDraft function(PciAddress address) {
    return functions.computeIfAbsent(address, PciDraft::new);
  }

  GroupDraft group(GroupId id) {
    return groups.computeIfAbsent(id, GroupDraft::new);
  }

  MdevDraft mdev(MdevUuid uuid) {
    return mdevs.computeIfAbsent(uuid, MdevDraft::new);
  }

  OtherDraft other(DeviceName name) {
    return others.computeIfAbsent(name, OtherDraft::new);
  }

  Optional<Folder> folderOf(DeviceRef device) {
    return Optional.ofNullable(folders.get(device));
  }

  HostTopology build() {
    List<HostDevice> devices = new ArrayList<>();
    functions.values().forEach(draft -> devices.add(draft.build()));
    others.values().forEach(draft -> devices.add(draft.build()));
    mdevs.values().forEach(draft -> devices.add(draft.build()));
    List<IommuGroup> built = groups.values().stream().map(GroupDraft::build).toList();
    return new HostTopology(devices, built, mdevParents.values(), kernel(), uses);
  }

  KernelFacts kernel() {
    return new KernelFacts(release, commandLine, parameters, iommu, interruptRemapping, modules);
  }

  /** Where the devices and groups were read, and what stood there. */
  FactSources sources(ReadTexts texts) {
    Map<DeviceRef, CapturedFolder> devices = new HashMap<>();
    folders.forEach((device, folder) -> devices.put(device, texts.of(folder.path())));
    Map<GroupId, CapturedFolder> read = new HashMap<>();
    for (GroupId id : groups.keySet()) {
      CapturedFolder folder = texts.of(IommuGroups.FOLDER + "/" + id);
      if (!folder.texts().isEmpty()) {
        read.put(id, folder);
      }
    }
    return new FactSources(devices, read, log).capturedOn(captured);
  }

  /** Each device's folder inside the capture. */
  Map<DeviceRef, String> folderPaths() {
    Map<DeviceRef, String> paths = new TreeMap<>();
    folders.forEach((device, folder) -> paths.put(device, folder.path()));
    return paths;
  }
}
