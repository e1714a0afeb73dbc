package org.iommuscope.app.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A host in a folder, whose devices come, go and change their drivers while it is looked at. */
record ChangingHost(Path root) {

  /** Makes a network function on bus 0, and binds it. */
  void add(int device, String driver) {
    String address = address(device);
    try {
      Path folder =
          Files.createDirectories(root.resolve("sys/devices/pci0000:00").resolve(address));
      Files.writeString(folder.resolve("vendor"), "0x8086\n");
      Files.writeString(folder.resolve("device"), "0x10d3\n");
      Files.writeString(folder.resolve("class"), "0x020000\n");
      Path links = Files.createDirectories(root.resolve("sys/bus/pci/devices"));
      Files.createSymbolicLink(
          links.resolve(address), Path.of("../../../devices/pci0000:00", address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bind(device, driver);
  }

  void bind(int device, String driver) {
    Path link = root.resolve("sys/devices/pci0000:00").resolve(address(device)).resolve("driver");
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of("../../../bus/pci/drivers", driver));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String address(int device) {
    return "0000:00:%02x.0".formatted(device);
  }
}
