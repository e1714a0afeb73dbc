package org.iommuscope.testing.synthetic;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.iommuscope.testing.synthetic.SyntheticFunction.Kind;

/** Writes what sysfs shows of one function: the attributes of {@code drivers/pci/pci-sysfs.c}. */
final class FunctionFiles {

  private final CaptureTarget target;

  FunctionFiles(CaptureTarget target) {
    this.target = target;
  }

  void write(SyntheticFunction function, int group) throws IOException {
    String folder = "sys/devices/" + function.slot().folder();
    target.folder(folder);
    writeIdentity(folder + "/", function);
    writeState(folder + "/", function);
    writeLinks(folder + "/", function, group);
    writeVirtualFunctions(folder + "/", function);
    String place = function.slot().folder();
    String address = function.address();
    target.link("sys/bus/pci/devices/" + address, "../../../devices/" + place);
    target.link(
        "sys/kernel/iommu_groups/" + group + "/devices/" + address, "../../../../devices/" + place);
  }

  private void writeIdentity(String folder, SyntheticFunction function) throws IOException {
    Kind kind = function.kind();
    target.file(folder + "vendor", hex(kind.vendor, 4));
    target.file(folder + "device", hex(kind.device, 4));
    target.file(folder + "subsystem_vendor", hex(kind.vendor, 4));
    target.file(folder + "subsystem_device", "0x0000\n");
    target.file(folder + "class", hex(kind.classCode, 6));
    target.file(folder + "revision", "0x01\n");
    target.file(folder + "config", ConfigSpaceBytes.of(function));
    target.file(folder + "modalias", modalias(kind) + "\n");
    target.file(folder + "uevent", uevent(function));
    target.file(folder + "resource", resource(function));
  }

  private void writeState(String folder, SyntheticFunction function) throws IOException {
    for (String zero : List.of("broken_parity_status", "ari_enabled", "d3cold_allowed")) {
      target.file(folder + zero, "0\n");
    }
    for (String one : List.of("enable", "msi_bus")) {
      target.file(folder + one, "1\n");
    }
    for (String bits : List.of("dma_mask_bits", "consistent_dma_mask_bits")) {
      target.file(folder + bits, "64\n");
    }
    target.file(folder + "driver_override", "(null)\n");
    target.file(folder + "irq", "16\n");
    target.file(folder + "local_cpulist", "0-7\n");
    target.file(folder + "numa_node", (function.slot().segment() & 1) + "\n");
    target.file(folder + "power_state", "D0\n");
    target.file(folder + "reset_method", function.isPort() ? "pm\n" : "flr bus\n");
    for (String which : List.of("current", "max")) {
      target.file(folder + which + "_link_speed", "8.0 GT/s PCIe\n");
      target.file(folder + which + "_link_width", "8\n");
    }
  }

  private void writeLinks(String folder, SyntheticFunction function, int group) throws IOException {
    String up = "../".repeat(function.slot().port().isPresent() ? 4 : 3);
    target.link(folder + "subsystem", up + "bus/pci");
    target.link(folder + "iommu", up.substring(3) + "virtual/iommu/dmar0");
    target.link(folder + "iommu_group", up + "kernel/iommu_groups/" + group);
    if (!function.kind().driver.isEmpty()) {
      String driver = "bus/pci/drivers/" + function.kind().driver;
      target.link(folder + "driver", up + driver);
      target.link(
          "sys/" + driver + "/" + function.address(),
          "../../../../devices/" + function.slot().folder());
    }
  }

  private void writeVirtualFunctions(String folder, SyntheticFunction function) throws IOException {
    if (function.physicalFunction().isPresent()) {
      target.link(folder + "physfn", "../" + function.physicalFunction().orElseThrow());
      return;
    }
    List<String> virtual = function.virtualFunctions();
    if (!virtual.isEmpty()) {
      target.file(folder + "sriov_totalvfs", virtual.size() + "\n");
      target.file(folder + "sriov_numvfs", virtual.size() + "\n");
      target.file(folder + "sriov_offset", "128\n");
      target.file(folder + "sriov_stride", "1\n");
      target.file(folder + "sriov_drivers_autoprobe", "1\n");
    }
    for (int nth = 0; nth < virtual.size(); nth++) {
      target.link(folder + "virtfn" + nth, "../" + virtual.get(nth));
    }
  }

  private static String uevent(SyntheticFunction function) {
    Kind kind = function.kind();
    String driver = kind.driver.isEmpty() ? "" : "DRIVER=" + kind.driver + "\n";
    return driver
        + "PCI_CLASS=%X\nPCI_ID=%04X:%04X\nPCI_SUBSYS_ID=%04X:0000\nPCI_SLOT_NAME=%s\nMODALIAS=%s\n"
            .formatted(
                kind.classCode,
                kind.vendor,
                kind.device,
                kind.vendor,
                function.address(),
                modalias(kind));
  }

  private static String modalias(Kind kind) {
    return "pci:v%08Xd%08Xsv%08Xsd00000000bc%02Xsc%02Xi%02X"
        .formatted(
            kind.vendor,
            kind.device,
            kind.vendor,
            kind.classCode >> 16,
            kind.classCode >> 8 & 0xff,
            kind.classCode & 0xff);
  }

  /** One BAR of 64 KiB, the rest empty. */
  private static String resource(SyntheticFunction function) {
    long start =
        0x4000000000L + (long) function.slot().bus() << 24 | function.slot().number() << 16;
    String bar = "0x%016x 0x%016x 0x000000000014220c\n".formatted(start, start + 0xffff);
    return bar + "0x0000000000000000 0x0000000000000000 0x0000000000000000\n".repeat(12);
  }

  private static String hex(int value, int digits) {
    return ("0x%0" + digits + "x\n").formatted(value).toLowerCase(Locale.ROOT);
  }
}
