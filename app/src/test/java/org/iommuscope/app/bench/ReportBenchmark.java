package org.iommuscope.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.iommuscope.imports.ImportOutcome;
import org.iommuscope.imports.TopologyImporter;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.testing.SampleTexts;
import org.iommuscope.testing.synthetic.HostSize;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Importing a report of sos of a large host, as {@code .tar.xz}, and libvirt's node devices. */
final class ReportBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final double LIMIT = 500;
  private static final String REPORT = "sosreport-host-2026-11-22-abcdefg/sos_commands/";

  @Override
  public List<Figure> measure() throws Exception {
    HostTopology host = Hosts.of(HostSize.LARGE);
    int functions = HostSize.LARGE.functions();
    try (RamDisk disk = RamDisk.open()) {
      Path report = disk.folder().resolve("sosreport.tar.xz");
      writeReport(host, report);
      Path devices = disk.folder().resolve("devices.xml");
      Files.writeString(devices, NodeDeviceTexts.all(host));
      return List.of(
          imported("a sos report of %,d functions".formatted(functions), report),
          HeapGrowth.of("the report", Files.size(report), () -> importOf(report)),
          imported("libvirt's XML of %,d node devices".formatted(functions), devices),
          HeapGrowth.of("the XML", Files.size(devices), () -> importOf(devices)));
    }
  }

  private static Figure imported(String what, Path source) throws Exception {
    int groups = Hosts.read(source).groups().size();
    return new Figure(
        "Import of " + what,
        Stopwatch.leastMillis(RUNS, () -> importOf(source)),
        LIMIT,
        "ms",
        "%,d groups, %.1f MiB".formatted(groups, Files.size(source) / (double) (1 << 20)));
  }

  private static ImportOutcome importOf(Path source) {
    return new TopologyImporter(PciNames::none).read(source);
  }

  /** Every place of a report in which groups hide. */
  private static void writeReport(HostTopology host, Path report) throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(report));
        OutputStream xz = new XZOutputStream(file, new LZMA2Options(1));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(xz)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      add(tar, "pci/lspci_-nnvv", SampleTexts.verbose(host));
      add(tar, "insights/ls_-alZR_.sys.kernel", NodeDeviceTexts.listing(host));
      add(tar, "kernel/dmesg", SampleTexts.log(host));
      for (PciFunction function : NodeDeviceTexts.functions(host)) {
        String name = function.address().text().replaceAll("[:.]", "_");
        add(tar, "virsh/virsh_-r_nodedev-dumpxml_pci_" + name, NodeDeviceTexts.of(host, function));
      }
    }
  }

  private static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(REPORT + name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }
}
