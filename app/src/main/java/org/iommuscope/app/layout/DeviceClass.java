package org.iommuscope.app.layout;

import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;

/** What a device is for, as coarse as a colour can tell; from the base class of its class code. */
public enum DeviceClass {
  STORAGE("storage"),
  NETWORK("network"),
  VIRTUAL_FUNCTION("virtual function"),
  DISPLAY("display"),
  MULTIMEDIA("multimedia"),
  SERIAL_BUS("USB and serial buses"),
  BRIDGE("bridge or port"),
  MEDIATED("mediated device"),
  NOT_PCI("not on PCI"),
  OTHER("other");

  private final String word;

  DeviceClass(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static DeviceClass of(HostDevice device) {
    return switch (device) {
      case PciFunction function -> ofFunction(function);
      case MediatedDevice mdev -> MEDIATED;
      case OtherDevice other -> NOT_PCI;
    };
  }

  private static DeviceClass ofFunction(PciFunction function) {
    if (function.isBridge()) {
      return BRIDGE;
    }
    if (function.sriov().physfn().known().isPresent()) {
      return VIRTUAL_FUNCTION;
    }
    return switch (function.ids().classCode().known().orElse(0) >> 16) {
      case 0x01 -> STORAGE;
      case 0x02 -> NETWORK;
      case 0x03 -> DISPLAY;
      case 0x04 -> MULTIMEDIA;
      case 0x06 -> BRIDGE;
      case 0x0c -> SERIAL_BUS;
      default -> OTHER;
    };
  }
}
