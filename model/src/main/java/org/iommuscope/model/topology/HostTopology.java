package org.iommuscope.model.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A host at one moment: immutable, sorted, and indexed once. */
public final class HostTopology {

  private final SequencedMap<DeviceRef, HostDevice> devices;
  private final SequencedMap<GroupId, IommuGroup> groups;
  private final SequencedMap<DeviceRef, MdevParent> mdevParents;
  private final KernelFacts kernel;
  private final HostUses uses;
  private final FactSources sources;
  private final Map<DeviceRef, List<MediatedDevice>> mdevsByParent;

  public HostTopology(
      Collection<? extends HostDevice> devices,
      Collection<IommuGroup> groups,
      Collection<MdevParent> mdevParents,
      KernelFacts kernel) {
    this(devices, groups, mdevParents, kernel, HostUses.unread());
  }

  public HostTopology(
      Collection<? extends HostDevice> devices,
      Collection<IommuGroup> groups,
      Collection<MdevParent> mdevParents,
      KernelFacts kernel,
      HostUses uses) {
    this(devices, groups, mdevParents, kernel, uses, FactSources.none());
  }

  private HostTopology(
      Collection<? extends HostDevice> devices,
      Collection<IommuGroup> groups,
      Collection<MdevParent> mdevParents,
      KernelFacts kernel,
      HostUses uses,
      FactSources sources) {
    this.devices = sorted(devices, HostDevice::ref);
    this.groups = sorted(groups, IommuGroup::id);
    this.mdevParents = sorted(mdevParents, MdevParent::device);
    this.kernel = kernel;
    this.uses = uses;
    this.sources = sources;
    this.mdevsByParent = childrenOf(this.devices.values());
  }

  /** Every device, in the order of {@link DeviceRef}. */
  public SequencedMap<DeviceRef, HostDevice> devices() {
    return devices;
  }

  /** Every IOMMU group by its number. */
  public SequencedMap<GroupId, IommuGroup> groups() {
    return groups;
  }

  public SequencedMap<DeviceRef, MdevParent> mdevParents() {
    return mdevParents;
  }

  public KernelFacts kernel() {
    return kernel;
  }

  /** What the running host does with its devices. */
  public HostUses uses() {
    return uses;
  }

  /** Where the facts were read, and what stood there. */
  public FactSources sources() {
    return sources;
  }

  /** The same host, with where its facts were read. */
  public HostTopology withSources(FactSources read) {
    return new HostTopology(
        devices.values(), groups.values(), mdevParents.values(), kernel, uses, read);
  }

  /** The same host under another kernel. */
  public HostTopology withKernel(KernelFacts changed) {
    return new HostTopology(
        devices.values(), groups.values(), mdevParents.values(), changed, uses, sources);
  }

  /** The same host with other devices; its groups are the same. */
  public HostTopology withDevices(Collection<? extends HostDevice> changed) {
    return withDevicesAndGroups(changed, groups.values());
  }

  /** The same host with other devices and groups. */
  public HostTopology withDevicesAndGroups(
      Collection<? extends HostDevice> changed, Collection<IommuGroup> regrouped) {
    return new HostTopology(changed, regrouped, mdevParents.values(), kernel, uses, sources);
  }

  public Optional<HostDevice> device(DeviceRef ref) {
    return Optional.ofNullable(devices.get(ref));
  }

  public Optional<IommuGroup> group(GroupId id) {
    return Optional.ofNullable(groups.get(id));
  }

  /** The group that holds a device, by the device's own link. */
  public Optional<IommuGroup> groupOf(DeviceRef ref) {
    return device(ref).flatMap(device -> device.group().known()).flatMap(this::group);
  }

  /** The mediated devices made from a parent, sorted by UUID. */
  public List<MediatedDevice> mdevsOf(DeviceRef parent) {
    return mdevsByParent.getOrDefault(parent, List.of());
  }

  private static <K extends Comparable<? super K>, V> SequencedMap<K, V> sorted(
      Collection<? extends V> values, Function<V, K> key) {
    TreeMap<K, V> byKey = new TreeMap<>();
    values.forEach(value -> byKey.put(key.apply(value), value));
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKey));
  }

  private static Map<DeviceRef, List<MediatedDevice>> childrenOf(Collection<HostDevice> devices) {
    Map<DeviceRef, List<MediatedDevice>> children = new HashMap<>();
    for (HostDevice device : devices) {
      if (device instanceof MediatedDevice mdev) {
        mdev.parent()
            .known()
            .ifPresent(
                parent -> children.computeIfAbsent(parent, none -> new ArrayList<>()).add(mdev));
      }
    }
    children.replaceAll((parent, list) -> List.copyOf(list));
    return Map.copyOf(children);
  }
}
