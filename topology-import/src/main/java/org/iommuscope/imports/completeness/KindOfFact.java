package org.iommuscope.imports.completeness;

import java.util.List;

/** A kind of fact that rules ask for or people look at, and the command that prints it. */
public enum KindOfFact {
  GROUP(
      "groups",
      "find /sys/kernel/iommu_groups -type l",
      "device-has-group",
      "group-is-viable",
      "dma-owner-is-free",
      "group-opens-once",
      "group-has-one-address-space"),
  DRIVER(
      "drivers",
      "lspci -nnk",
      "group-is-viable",
      "dma-owner-is-free",
      "host-driver-stays-out",
      "pf-driver-makes-vfs"),
  IDS("vendor and device ids", "lspci -nn", "driver-finds-device"),
  CLASS("classes", "lspci -nn", "vfio-binds-endpoints", "libvirt-takes-endpoints"),
  TREE("bridges above", "lspci -t", "members-share-one-bus"),
  CONFIG("config space with ACS", "sudo lspci -xxxx"),
  RESET("reset methods", "grep . /sys/bus/pci/devices/*/reset_method"),
  SRIOV(
      "VFs",
      "grep . /sys/bus/pci/devices/*/sriov_*",
      "vf-count-is-within-total",
      "vf-count-passes-zero",
      "vfio-pf-has-no-vfs",
      "vf-token-matches"),
  NUMA("NUMA nodes", "grep . /sys/bus/pci/devices/*/numa_node"),
  MDEV_TYPES("mdev types", "mdevctl types", "mdev-type-is-offered", "mdev-type-has-instances"),
  REGIONS(
      "reserved regions", "grep . /sys/kernel/iommu_groups/*/reserved_regions", "no-direct-region"),
  KERNEL("kernel release", "sudo dmesg"),
  REMAPPING("interrupt remapping", "sudo dmesg", "interrupts-are-isolated");

  private final String title;
  private final String command;
  private final List<String> rules;

  KindOfFact(String title, String command, String... rules) {
    this.title = title;
    this.command = command;
    this.rules = List.of(rules);
  }

  /** What people call it: {@code reserved regions}. */
  public String title() {
    return title;
  }

  /** The command whose output tells it, on the host. */
  public String command() {
    return command;
  }

  /** The ids of the rules that cannot be judged without it, in the order of their importance. */
  public List<String> rules() {
    return rules;
  }
}
