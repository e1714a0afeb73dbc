package org.iommuscope.imports.sysfs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * Reads {@code sys/bus/pci/slots/<slot>/address}: the segment, bus and device that a physical slot
 * holds, or its segment and bus where the whole bus is one slot.
 */
final class PciSlots implements Reader {

  @Override
  public Phase phase() {
    return Phase.DEVICES;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    Optional<Folder> slots = capture.folder("sys/bus/pci/slots");
    if (slots.isEmpty()) {
      return;
    }
    Map<String, String> slotOf = new HashMap<>();
    for (Folder slot : capture.foldersIn(slots.get())) {
      new DeviceFolder(capture, slot)
          .value("address", PciSlots::address, "segment, bus and device")
          .known()
          .ifPresent(address -> slotOf.putIfAbsent(address, slot.name()));
    }
    boolean isComplete = capture.tree().isComplete();
    host.functions.values().forEach(each -> each.slot = slotIn(slotOf, each.address, isComplete));
  }

  private static Reading<String> slotIn(
      Map<String, String> slotOf, PciAddress address, boolean isComplete) {
    String device = address.text().substring(0, address.text().lastIndexOf('.'));
    String bus = device.substring(0, device.lastIndexOf(':'));
    String slot = slotOf.getOrDefault(device, slotOf.get(bus));
    if (slot != null) {
      return Reading.of(slot);
    }
    return isComplete ? Reading.absent() : Reading.unread();
  }

  /** Takes {@code 0000:01:00} and {@code 0000:01}. */
  private static Optional<String> address(String text) {
    boolean isBus = text.chars().filter(c -> c == ':').count() == 1;
    return PciAddress.parse(text + (isBus ? ":00.0" : ".0")).map(parsed -> text);
  }
}
