package org.iommuscope.imports.sysfs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.model.topology.Reading;

/**
 * Reads {@code proc/version}, {@code proc/cmdline}, {@code proc/modules} and the parameters of the
 * vfio and iommufd modules.
 */
final class KernelReader implements Reader {

  private static final String VERSION = "proc/version";
  private static final String BEGINNING = "Linux version ";

  @Override
  public Phase phase() {
    return Phase.KERNEL;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    host.release = release(capture);
    host.commandLine =
        capture.text("proc/cmdline").map(String::strip).map(Reading::of).orElseGet(Reading::unread);
    host.modules = modulesLoaded(capture);
    for (Folder module : modules(capture)) {
      module
          .folder("parameters")
          .ifPresent(folder -> readParameters(capture, module, folder, host));
    }
  }

  /** A line begins with the module's name, in which a dash is an underscore. */
  private static Reading<Set<String>> modulesLoaded(SysfsCapture capture) {
    return capture
        .text("proc/modules")
        .map(text -> text.lines().map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet()))
        .map(Reading::of)
        .orElseGet(Reading::unread);
  }

  private static Reading<String> release(SysfsCapture capture) {
    Optional<String> text = capture.text(VERSION).map(String::strip);
    if (text.isEmpty()) {
      return Reading.unread();
    }
    Optional<String> release = releaseIn(text.get());
    if (release.isEmpty()) {
      capture.malformed(
          capture.tree().find(VERSION).orElseThrow(), text.get(), BEGINNING + "and a release");
    }
    return release.map(Reading::of).orElseGet(Reading::unread);
  }

  /** The third word of {@code Linux version 6.1.0-50-amd64 (…)}. */
  static Optional<String> releaseIn(String version) {
    if (!version.startsWith(BEGINNING)) {
      return Optional.empty();
    }
    String rest = version.substring(BEGINNING.length());
    int blank = rest.indexOf(' ');
    return Attributes.printable(blank < 0 ? rest : rest.substring(0, blank));
  }

  private static List<Folder> modules(SysfsCapture capture) {
    return capture.folder("sys/module").stream()
        .flatMap(all -> all.sortedNames().stream().filter(KernelReader::isAsked).map(all::folder))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isAsked(String module) {
    return module.startsWith("vfio") || module.startsWith("iommufd") || module.equals("mdev");
  }

  private static void readParameters(
      SysfsCapture capture, Folder module, Folder parameters, TopologyBuilder host) {
    DeviceFolder attributes = new DeviceFolder(capture, parameters);
    for (String name : parameters.sortedNames()) {
      attributes
          .text(name)
          .known()
          .ifPresent(value -> host.parameters.put(module.name() + "." + name, value));
    }
  }
}
