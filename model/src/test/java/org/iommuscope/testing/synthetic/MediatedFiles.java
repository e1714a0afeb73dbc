package org.iommuscope.testing.synthetic;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Writes mdevs and the types that their parents offer, as {@code drivers/vfio/mdev} shows them. */
final class MediatedFiles {

  private static final String TYPE = "nvidia-222";
  private static final int PER_PARENT = 4;

  private final CaptureTarget target;

  MediatedFiles(CaptureTarget target) {
    this.target = target;
  }

  /** Spreads the mdevs over the parents, four to each and the rest to the last. */
  void write(int mdevs, List<SyntheticFunction> parents, int firstGroup) throws IOException {
    if (mdevs > 0 && parents.isEmpty()) {
      throw new IllegalArgumentException("no function of this host can be an mdev parent");
    }
    for (int nth = 0; nth < mdevs; nth++) {
      SyntheticFunction parent = parents.get(Math.min(nth / PER_PARENT, parents.size() - 1));
      if (nth / PER_PARENT < parents.size() && nth % PER_PARENT == 0) {
        writeParent(parent);
      }
      writeMdev(
          new UUID(0xa000_0000_0000_4000L, 0x8000_0000_0000_0000L | nth), parent, firstGroup + nth);
    }
  }

  private void writeParent(SyntheticFunction parent) throws IOException {
    String types = "sys/devices/" + parent.slot().folder() + "/mdev_supported_types";
    target.folder(types);
    target.folder(types + "/" + TYPE);
    target.folder(types + "/" + TYPE + "/devices");
    target.file(types + "/" + TYPE + "/name", "GRID T4-1B\n");
    target.file(types + "/" + TYPE + "/device_api", "vfio-pci\n");
    target.file(types + "/" + TYPE + "/available_instances", "12\n");
    target.link(
        "sys/class/mdev_bus/" + parent.address(), "../../devices/" + parent.slot().folder());
  }

  private void writeMdev(UUID uuid, SyntheticFunction parent, int group) throws IOException {
    String place = "devices/" + parent.slot().folder() + "/" + uuid;
    String up = "../".repeat(5);
    target.folder("sys/" + place);
    target.file("sys/" + place + "/uevent", "DRIVER=nvidia-vgpu-vfio\n");
    target.link("sys/" + place + "/iommu_group", up + "kernel/iommu_groups/" + group);
    target.link("sys/" + place + "/driver", up + "bus/mdev/drivers/nvidia-vgpu-vfio");
    target.link("sys/" + place + "/subsystem", up + "bus/mdev");
    target.link("sys/" + place + "/mdev_type", "../mdev_supported_types/" + TYPE);
    target.link(
        "sys/devices/"
            + parent.slot().folder()
            + "/mdev_supported_types/"
            + TYPE
            + "/devices/"
            + uuid,
        "../../../" + uuid);
    target.link("sys/bus/mdev/devices/" + uuid, "../../../" + place);
    target.link("sys/kernel/iommu_groups/" + group + "/devices/" + uuid, "../../../../" + place);
  }
}
