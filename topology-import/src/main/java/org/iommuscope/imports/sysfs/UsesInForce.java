package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.HostUses;
import org.iommuscope.model.topology.PciAddress;

/** What of the carried devices the host had in use: mounts, default routes, console, input. */
final class UsesInForce {

  private final SysfsCapture capture;
  private final Map<String, ClassDevices> classes;
  private final TopologyBuilder host;
  private final TreeMap<DeviceRef, List<HostUse>> found = new TreeMap<>();
  private final Map<HostUse.Kind, List<String>> missing = new EnumMap<>(HostUse.Kind.class);
  private final List<String> untraced = new ArrayList<>();

  UsesInForce(SysfsCapture capture, Map<String, ClassDevices> classes, TopologyBuilder host) {
    this.capture = capture;
    this.classes = classes;
    this.host = host;
  }

  HostUses read() {
    readMounts();
    readRoutes();
    ConsoleParts console = new ConsoleParts(this::add);
    console.addBootDisplays(host);
    console.addFramebuffer(of("graphics"));
    console.addOutputs(of("drm"));
    new InputDevices(of("input")).read(this::add);
    requireClass(HostUse.Kind.CONSOLE, "drm");
    requireClass(HostUse.Kind.CONSOLE, "graphics");
    requireClass(HostUse.Kind.KEYBOARD, "input");
    return new HostUses(found, new TreeMap<>(missing), untraced);
  }

  private ClassDevices of(String kind) {
    return Objects.requireNonNull(classes.get(kind));
  }

  private void readMounts() {
    MountedDisks disks = new MountedDisks(of("block"), host.commandLine);
    table(HostUse.Kind.DISK, MountedDisks.MOUNTS).ifPresent(text -> disks.read(text, this::add));
    requireClass(HostUse.Kind.DISK, "block");
    untraced.addAll(disks.untraced());
  }

  private void readRoutes() {
    DefaultRoutes routes = new DefaultRoutes(of("net"));
    Optional<String> table = table(HostUse.Kind.UPLINK, DefaultRoutes.ROUTES);
    table.map(text -> routes.read(text, this::add)).orElse(List.of()).stream()
        .map(name -> "the default route is " + name)
        .forEach(untraced::add);
    requireClass(HostUse.Kind.UPLINK, "net");
  }

  private Optional<String> table(HostUse.Kind kind, String path) {
    Optional<String> text = capture.text(path);
    if (text.isEmpty()) {
      miss(kind, path);
    }
    return text;
  }

  /** A display that is known without its class is no proof that there are no others. */
  private void requireClass(HostUse.Kind kind, String name) {
    if (!of(name).isAny()) {
      miss(kind, "sys/class/" + name);
    }
  }

  private void miss(HostUse.Kind kind, String path) {
    missing.computeIfAbsent(kind, none -> new ArrayList<>()).add(path);
  }

  /** One use of a kind, whatever number of files tells of it. */
  private void add(PciAddress function, HostUse use) {
    List<HostUse> uses = found.computeIfAbsent(function, none -> new ArrayList<>());
    Optional<HostUse> like = uses.stream().filter(use::isLike).findFirst();
    uses.removeIf(use::isLike);
    uses.add(like.map(known -> known.and(use)).orElse(use));
  }
}
