package org.iommuscope.imports.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** The facts of a device of the model, whichever source told them. */
public final class ToldFacts {

  private final SequencedMap<Fact<?>, Reading<?>> facts = new LinkedHashMap<>();

  private ToldFacts() {}

  /** Every fact that a device of this kind has, told or not, in a fixed order. */
  public static Map<Fact<?>, Reading<?>> of(HostDevice device) {
    ToldFacts told = new ToldFacts();
    told.put(Fact.GROUP, device.group());
    told.put(Fact.DRIVER, device.driver());
    switch (device) {
      case PciFunction function -> told.add(function);
      case MediatedDevice mdev -> told.add(mdev);
      case OtherDevice other -> told.add(other);
    }
    return told.facts;
  }

  private void add(PciFunction function) {
    put(Fact.NAME, function.name());
    put(Fact.VENDOR, function.ids().vendor());
    put(Fact.DEVICE, function.ids().device());
    put(Fact.SUBSYSTEM_VENDOR, function.ids().subsystemVendor());
    put(Fact.SUBSYSTEM_DEVICE, function.ids().subsystemDevice());
    put(Fact.CLASS, function.ids().classCode());
    put(Fact.REVISION, function.ids().revision());
    put(Fact.HEADER, function.header());
    put(Fact.DRIVER_OVERRIDE, function.driverOverride());
    put(Fact.IOMMU, function.iommu());
    put(Fact.UPSTREAM, function.placement().upstream());
    put(Fact.HOST_BRIDGE, function.placement().hostBridge());
    put(Fact.NUMA_NODE, function.placement().numaNode());
    put(Fact.SLOT, function.placement().slot());
    put(Fact.PHYSFN, function.sriov().physfn());
    put(Fact.VIRTFNS, function.sriov().virtfns());
    put(Fact.TOTAL_VFS, function.sriov().totalVfs());
    put(Fact.NUM_VFS, function.sriov().numVfs());
    put(Fact.BOOT_VGA, function.bootVga());
    put(Fact.RESET_METHODS, function.resetMethods());
    put(Fact.BARS, function.bars());
    put(Fact.CONFIG, function.config());
    put(Fact.CAPABILITIES, function.capabilities());
    put(Fact.USES, function.uses());
    put(Fact.VFIO_CDEV, function.vfioCdev());
  }

  private void add(MediatedDevice mdev) {
    put(Fact.MDEV_PARENT, mdev.parent());
    put(Fact.MDEV_TYPE, mdev.type());
  }

  private void add(OtherDevice other) {
    boolean isKnown = !other.bus().equals(OtherDevice.UNKNOWN_BUS);
    put(Fact.BUS, isKnown ? Reading.of(other.bus()) : Reading.unread());
  }

  private <T> void put(Fact<T> fact, Reading<T> reading) {
    facts.put(fact, reading);
  }
}
