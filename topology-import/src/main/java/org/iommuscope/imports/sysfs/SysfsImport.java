package org.iommuscope.imports.sysfs;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.iommuscope.imports.capture.Capture;
import org.iommuscope.imports.names.PciNames;
import org.iommuscope.imports.report.ImportNotes;
import org.iommuscope.imports.report.ImportProgress;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/** A captured sysfs tree read into a host. */
public record SysfsImport(HostTopology host, Map<DeviceRef, String> folders) {

  /** Reads what a capture holds; what is odd in it becomes notes. */
  public static SysfsImport read(
      Capture tree, Supplier<PciNames> names, ImportNotes notes, ImportProgress progress) {
    SysfsCapture capture = new SysfsCapture(tree, notes);
    TopologyBuilder builder = new TopologyBuilder();
    for (Reader reader : Readers.all(names)) {
      if (progress.isCancelled()) {
        throw new CancellationException();
      }
      reader.read(capture, builder);
    }
    Membership.complete(capture, builder);
    UpstreamLoops.cut(capture, builder);
    HostTopology host = builder.build().withSources(builder.sources(capture.texts()));
    return new SysfsImport(host, builder.folderPaths());
  }

  /** Whether the tree was a captured host at all. */
  public boolean isAnything() {
    return !host.devices().isEmpty()
        || !host.groups().isEmpty()
        || !host.kernel().release().isUnread();
  }
}
