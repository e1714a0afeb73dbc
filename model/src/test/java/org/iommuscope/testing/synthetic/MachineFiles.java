package org.iommuscope.testing.synthetic;

import java.io.IOException;
import java.util.List;

/** Writes what a capture holds besides its devices. */
final class MachineFiles {

  private static final int CPUS = 8;

  private final CaptureTarget target;

  MachineFiles(CaptureTarget target) {
    this.target = target;
  }

  void write(int segments) throws IOException {
    folders(
        "proc",
        "sys",
        "sys/bus",
        "sys/bus/mdev",
        "sys/bus/mdev/devices",
        "sys/bus/mdev/drivers",
        "sys/bus/mdev/drivers/nvidia-vgpu-vfio",
        "sys/bus/pci",
        "sys/bus/pci/devices",
        "sys/bus/pci/drivers",
        "sys/bus/pci/drivers/vfio-pci",
        "sys/bus/pci/slots",
        "sys/class",
        "sys/class/iommu",
        "sys/class/mdev_bus",
        "sys/class/vfio",
        "sys/devices",
        "sys/devices/virtual",
        "sys/devices/virtual/iommu",
        "sys/devices/virtual/iommu/dmar0",
        "sys/kernel",
        "sys/kernel/iommu_groups",
        "sys/module",
        "sys/module/vfio_iommu_type1",
        "sys/module/vfio_iommu_type1/parameters");
    target.file("capture.txt", "uid=0\n");
    target.file("proc/version", "Linux version 6.1.0-50-amd64 (synthetic) #1 SMP\n");
    target.file("proc/cmdline", "intel_iommu=on\n");
    target.file("sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts", "N\n");
    target.link("sys/class/iommu/dmar0", "../../devices/virtual/iommu/dmar0");
    for (int segment = 0; segment < segments; segment++) {
      target.folder("sys/devices/pci%04x:00".formatted(segment));
    }
    writeProcessors();
  }

  void writeDrivers(List<String> drivers) throws IOException {
    for (String driver : drivers) {
      target.folder("sys/bus/pci/drivers/" + driver);
    }
  }

  /** A group as {@code drivers/iommu/iommu.c} shows it; the range is that of x86 interrupts. */
  void writeGroup(int group) throws IOException {
    openGroup(group, "DMA\n");
    target.file(
        folderOf(group) + "/reserved_regions", "0x00000000fee00000 0x00000000feefffff msi\n");
  }

  /** A group that vfio made for one mdev, with no IOMMU behind it. */
  void writeMediatedGroup(int group) throws IOException {
    openGroup(group, "unknown\n");
    target.file(folderOf(group) + "/name", "vfio-noiommu\n");
    target.file(folderOf(group) + "/reserved_regions", "");
  }

  private void openGroup(int group, String type) throws IOException {
    folders(folderOf(group), folderOf(group) + "/devices");
    target.file(folderOf(group) + "/type", type);
  }

  private static String folderOf(int group) {
    return "sys/kernel/iommu_groups/" + group;
  }

  /** What lstopo wants before it looks at anything else. */
  private void writeProcessors() throws IOException {
    folders("sys/devices/system", "sys/devices/system/cpu");
    for (String which : List.of("online", "possible", "present")) {
      target.file("sys/devices/system/cpu/" + which, "0-" + (CPUS - 1) + "\n");
    }
    for (int cpu = 0; cpu < CPUS; cpu++) {
      String folder = "sys/devices/system/cpu/cpu" + cpu;
      folders(folder, folder + "/topology");
      target.file(folder + "/topology/physical_package_id", "0\n");
      target.file(folder + "/topology/core_id", cpu + "\n");
      target.file(folder + "/topology/thread_siblings", mask(1 << cpu));
      target.file(folder + "/topology/core_siblings", mask((1 << CPUS) - 1));
    }
  }

  private void folders(String... paths) throws IOException {
    for (String path : paths) {
      target.folder(path);
    }
  }

  private static String mask(int cpus) {
    return "%08x\n".formatted(cpus);
  }
}
