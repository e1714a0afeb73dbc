package org.iommuscope.app.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HeaderType;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.KernelFacts;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciIds;
import org.iommuscope.model.topology.PciPlacement;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.topology.SriovRole;

/** Sketches a host for a test: what is not said is a usual value. */
public final class HostSketch {

  private final List<HostDevice> devices = new ArrayList<>();
  private final Map<GroupId, LinkedHashSet<DeviceRef>> members = new TreeMap<>();

  /** A function on a root bus. */
  public HostSketch root(String address, int group) {
    return add(address, Reading.absent(), SriovRole.unread(), "Port " + address, group);
  }

  /** A function below another. */
  public HostSketch below(String upstream, String address, int group) {
    return below(upstream, address, "Device " + address, group);
  }

  public HostSketch below(String upstream, String address, String name, int group) {
    return add(address, Reading.of(pci(upstream)), SriovRole.unread(), name, group);
  }

  /** VFs of a PF, each alone in a group from the given number on. */
  public HostSketch vfs(String upstream, String pf, int count, int firstGroup) {
    List<PciAddress> vfs = new ArrayList<>();
    for (int vf = 0; vf < count; vf++) {
      vfs.add(new PciAddress(0, pci(pf).bus(), 16 + vf / 8, vf % 8));
    }
    SriovRole role =
        new SriovRole(Reading.absent(), Reading.of(vfs), Reading.of(count), Reading.of(count));
    add(pf, Reading.of(pci(upstream)), role, "Adapter", firstGroup - 1);
    SriovRole virtual =
        new SriovRole(Reading.of(pci(pf)), Reading.absent(), Reading.absent(), Reading.absent());
    for (int vf = 0; vf < count; vf++) {
      String address = vfs.get(vf).text();
      add(address, Reading.of(pci(upstream)), virtual, "Virtual Function", firstGroup + vf);
    }
    return this;
  }

  public HostSketch mdev(String parent, int number, int group) {
    MdevUuid uuid = new MdevUuid("%08d-0000-0000-0000-000000000000".formatted(number));
    join(uuid, group);
    devices.add(
        new MediatedDevice(
            uuid,
            Reading.of(DeviceRef.parse(parent)),
            Reading.of("type-1"),
            Reading.of(new GroupId(group)),
            Reading.of("vfio_mdev")));
    return this;
  }

  public HostSketch platform(String name, int group) {
    DeviceName ref = new DeviceName(name);
    join(ref, group);
    devices.add(new OtherDevice(ref, "platform", Reading.of(new GroupId(group)), Reading.absent()));
    return this;
  }

  public HostTopology host() {
    List<IommuGroup> groups = new ArrayList<>();
    members.forEach((id, refs) ->
        groups.add(
            new IommuGroup(
                id,
                IommuGroup.Kind.PHYSICAL,
                Reading.unread(),
                Reading.absent(),
                refs,
                Reading.unread())));
    return new HostTopology(devices, groups, List.of(), KernelFacts.unread());
  }

  /** Some hundred functions, bridges and mdevs in groups that often have members far apart. */
  public static HostTopology random(long seed) {
    return randomly(seed).host();
  }

  /** The same with cards of many virtual functions, so that there is much to fold. */
  public static HostTopology crowded(long seed) {
    HostSketch sketch = randomly(seed);
    for (int card = 0; card < 6; card++) {
      String port = "0000:00:1%d.0".formatted(card);
      sketch.root(port, 2000 + 100 * card);
      sketch.vfs(port, "0000:a%d:00.0".formatted(card), 3 + 5 * card, 2002 + 100 * card);
    }
    return sketch.host();
  }

  private static HostSketch randomly(long seed) {
    Random random = new Random(seed);
    HostSketch sketch = new HostSketch();
    List<String> bridges = new ArrayList<>();
    int groups = 5 + random.nextInt(60);
    for (int bus = 0; bus < 20 + random.nextInt(40); bus++) {
      String port = "0000:00:%02x.%d".formatted(bus / 8, bus % 8);
      sketch.root(port, random.nextInt(groups));
      bridges.add(port);
      String above = bridges.get(random.nextInt(bridges.size()));
      for (int function = 0; function < random.nextInt(8); function++) {
        String address = "0000:%02x:00.%d".formatted(bus + 1, function);
        sketch.below(above, address, "Card", random.nextInt(groups));
        bridges.add(address);
      }
      if (random.nextInt(4) == 0) {
        sketch.mdev(port, bus, 1000 + bus);
      }
    }
    sketch.platform("smmu.0", random.nextInt(groups));
    return sketch;
  }

  private HostSketch add(
      String address, Reading<PciAddress> upstream, SriovRole sriov, String name, int group) {
    PciAddress ref = pci(address);
    join(ref, group);
    devices.add(
        new PciFunction(
            ref,
            Reading.of(name),
            PciIds.unread(),
            Reading.of(HeaderType.ENDPOINT),
            Reading.of("driver"),
            Reading.absent(),
            Reading.of(new GroupId(group)),
            Reading.absent(),
            new PciPlacement(
                upstream, Reading.of("pci0000:00"), Reading.absent(), Reading.absent()),
            sriov,
            Reading.absent(),
            Reading.unread(),
            Reading.unread(),
            Reading.unread(),
            Reading.unread(),
            Reading.unread(),
            Reading.unread()));
    return this;
  }

  private void join(DeviceRef ref, int group) {
    members.computeIfAbsent(new GroupId(group), none -> new LinkedHashSet<>()).add(ref);
  }

  private static PciAddress pci(String text) {
    return PciAddress.parse(text).orElseThrow();
  }
}
