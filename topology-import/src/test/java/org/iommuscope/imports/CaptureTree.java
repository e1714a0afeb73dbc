package org.iommuscope.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small capture that a test makes in a folder of its own. */
record CaptureTree(Path root) {

  /** The folder and link of a PCI function on the root bus, with what every function has. */
  CaptureTree function(String address) {
    String path = "sys/devices/pci0000:00/" + address;
    file(path + "/vendor", "0x8086");
    file(path + "/device", "0x10d3");
    file(path + "/class", "0x020000");
    link(path + "/subsystem", "../../../bus/pci");
    return link("sys/bus/pci/devices/" + address, "../../../devices/pci0000:00/" + address);
  }

  /** The folder of a group with these functions of the root bus. */
  CaptureTree group(int id, String... addresses) {
    String path = "sys/kernel/iommu_groups/" + id;
    file(path + "/type", "DMA");
    for (String address : addresses) {
      link(path + "/devices/" + address, "../../../../devices/pci0000:00/" + address);
      link(
          "sys/devices/pci0000:00/" + address + "/iommu_group",
          "../../../kernel/iommu_groups/" + id);
    }
    return this;
  }

  CaptureTree file(String path, String text) {
    return file(path, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  CaptureTree file(String path, byte[] bytes) {
    try {
      Files.write(place(path), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  CaptureTree link(String path, String target) {
    try {
      Files.createSymbolicLink(place(path), Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  CaptureTree folder(String path) {
    try {
      Files.createDirectories(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  ImportResult read() {
    return Imports.of(root);
  }

  private Path place(String path) throws IOException {
    Path place = root.resolve(path);
    Files.createDirectories(place.getParent());
    return place;
  }
}
