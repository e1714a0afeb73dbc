package org.iommuscope.model.config;

import java.util.Arrays;

/** Device/Port Type, bits 7 to 4 of the PCI Express Capabilities Register. */
public enum PortType {
  ENDPOINT(0, "endpoint"),
  LEGACY_ENDPOINT(1, "legacy endpoint"),
  ROOT_PORT(4, "root port"),
  UPSTREAM_PORT(5, "switch upstream port"),
  DOWNSTREAM_PORT(6, "switch downstream port"),
  PCIE_TO_PCI_BRIDGE(7, "PCI Express to PCI bridge"),
  PCI_TO_PCIE_BRIDGE(8, "PCI to PCI Express bridge"),
  ROOT_COMPLEX_ENDPOINT(9, "root complex integrated endpoint"),
  EVENT_COLLECTOR(10, "root complex event collector"),
  RESERVED(-1, "reserved type");

  private final int code;
  private final String words;

  PortType(int code, String words) {
    this.code = code;
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** The type of an encoding, 0 to 15. */
  public static PortType of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst().orElse(RESERVED);
  }
}
