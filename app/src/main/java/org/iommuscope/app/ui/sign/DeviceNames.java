package org.iommuscope.app.ui.sign;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;

/** What devices are called in running text. */
public final class DeviceNames {

  private DeviceNames() {}

  /** An address as it is, and of a UUID the two ends: {@code a0000000…0004}. */
  public static String shortRef(DeviceRef ref) {
    String text = ref.text();
    return ref instanceof MdevUuid
        ? text.substring(0, 8) + "…" + text.substring(text.length() - 4)
        : text;
  }

  /** The product's name, an mdev's type, or the bus of anything else. */
  public static String nameOf(HostTopology host, DeviceRef ref) {
    return host.device(ref).map(DeviceNames::nameOf).orElse("not in this capture");
  }

  public static String nameOf(HostDevice device) {
    return switch (device) {
      case PciFunction function -> function.name().known().orElseGet(() -> byIds(function));
      case MediatedDevice mdev -> mdev.type().known().orElse("mediated device");
      case OtherDevice other -> other.bus() + " device";
    };
  }

  private static String byIds(PciFunction function) {
    Optional<Integer> vendor = function.ids().vendor().known();
    Optional<Integer> device = function.ids().device().known();
    return vendor.isPresent() && device.isPresent()
        ? "Device [%04x:%04x]".formatted(vendor.get(), device.get())
        : "PCI function";
  }
}
