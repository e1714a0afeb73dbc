package org.iommuscope.app.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.testing.synthetic.HostSize;

/** Importing a recording of umockdev of a large host, with the config space of every function. */
final class UmockdevBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final double LIMIT = 500;

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.LARGE);
    try (RamDisk disk = RamDisk.open()) {
      Path recording = disk.folder().resolve("host.umockdev");
      write(host, recording);
      int groups = Hosts.read(recording).groups().size();
      double millis = Stopwatch.leastMillis(RUNS, () -> Hosts.read(recording));
      return List.of(
          new Figure(
              "Import of a umockdev recording of %,d functions"
                  .formatted(HostSize.LARGE.functions()),
              millis,
              LIMIT,
              "ms",
              "%,d groups, %,d MiB".formatted(groups, Files.size(recording) >> 20)),
          HeapGrowth.of("the recording", Files.size(recording), () -> importOf(recording)));
    }
  }

  private static ImportOutcome importOf(Path recording) {
    return new TopologyImporter(PciNames::none).read(recording);
  }

  private static void write(HostTopology host, Path recording) throws IOException {
    try (Writer out = Files.newBufferedWriter(recording)) {
      for (HostDevice device : host.devices().values()) {
        if (device instanceof PciFunction function) {
          write(host, function, out);
        }
      }
    }
  }

  private static void write(HostTopology host, PciFunction function, Writer out)
      throws IOException {
    String path = path(host, function);
    String up = "../".repeat(path.split("/", -1).length - 2);
    out.write("P: /devices/" + path + "\nE: SUBSYSTEM=pci\n");
    function
        .driver()
        .known()
        .ifPresent(name -> line(out, "L: driver=" + up + "bus/pci/drivers/" + name));
    function
        .group()
        .known()
        .ifPresent(group -> line(out, "L: iommu_group=" + up + "kernel/iommu_groups/" + group));
    id(out, "class", function.ids().classCode().known(), 6);
    id(out, "vendor", function.ids().vendor().known(), 4);
    id(out, "device", function.ids().device().known(), 4);
    function.config().known().ifPresent(config -> line(out, "H: config=" + hex(config)));
    out.write("\n");
  }

  private static void id(Writer out, String name, Optional<Integer> value, int digits) {
    value.ifPresent(id -> line(out, ("A: %s=0x%0" + digits + "x\\n").formatted(name, id)));
  }

  private static void line(Writer out, String text) {
    try {
      out.write(text + "\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(HostTopology host, PciFunction function) {
    String above =
        function
            .placement()
            .upstream()
            .known()
            .flatMap(host::device)
            .filter(PciFunction.class::isInstance)
            .map(bridge -> path(host, (PciFunction) bridge))
            .orElseGet(() -> function.placement().hostBridge().known().orElse("pci0000:00"));
    return above + "/" + function.address();
  }

  private static String hex(ConfigSpace config) {
    StringBuilder hex = new StringBuilder(2 * config.length());
    for (int at = 0; at < config.length(); at++) {
      hex.append(Character.forDigit(config.byteAt(at) >> 4, 16));
      hex.append(Character.forDigit(config.byteAt(at) & 0xf, 16));
    }
    return hex.toString();
  }
}
