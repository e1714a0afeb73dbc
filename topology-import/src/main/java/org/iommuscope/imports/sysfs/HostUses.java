package org.iommuscope.imports.sysfs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iommuscope.imports.capture.Folder;
import org.iommuscope.imports.capture.Link;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * Reads what the host does with each function: the links of {@code sys/class/net}, {@code block},
 * {@code drm}, {@code input} and {@code graphics}, and the folders of these names in the function's
 * own.
 *
 * <p>A function without any is used for nothing only where the capture has a class for some
 * function; else nothing is known of uses.
 */
final class HostUses implements Reader {

  private static final List<String> CLASSES = List.of("net", "block", "drm", "input", "graphics");

  @Override
  public Phase phase() {
    return Phase.USES;
  }

  @Override
  public void read(SysfsCapture capture, TopologyBuilder host) {
    Map<PciAddress, SortedSet<String>> uses = new HashMap<>();
    boolean hasClasses = readClasses(capture, uses);
    for (PciAddress address : host.functions.keySet()) {
      host.folderOf(address)
          .map(HostUses::usesIn)
          .filter(found -> !found.isEmpty())
          .ifPresent(found -> uses.computeIfAbsent(address, HostUses::none).addAll(found));
    }
    if (hasClasses || !uses.isEmpty()) {
      host.functions.values().forEach(each -> each.uses = usesOf(each, uses, host, capture));
    }
  }

  private static SortedSet<String> none(PciAddress function) {
    return new TreeSet<>();
  }

  private static Reading<List<String>> usesOf(
      PciDraft function,
      Map<PciAddress, SortedSet<String>> uses,
      TopologyBuilder host,
      SysfsCapture capture) {
    SortedSet<String> found = uses.getOrDefault(function.address, none(function.address));
    boolean proves = host.folderOf(function.address).isPresent() && capture.tree().isComplete();
    return found.isEmpty() && !proves ? Reading.unread() : Reading.of(List.copyOf(found));
  }

  /** Adds each class device to the function that its link's path runs through last. */
  private static boolean readClasses(
      SysfsCapture capture, Map<PciAddress, SortedSet<String>> uses) {
    boolean isAny = false;
    for (String kind : CLASSES) {
      Optional<Folder> all = capture.folder("sys/class/" + kind);
      isAny |= all.isPresent();
      for (String name : all.map(Folder::sortedNames).orElse(List.of())) {
        all.flatMap(folder -> folder.link(name))
            .flatMap(HostUses::functionIn)
            .ifPresent(of -> uses.computeIfAbsent(of, HostUses::none).add(kind + " " + name));
      }
    }
    return isAny;
  }

  private static Optional<PciAddress> functionIn(Link link) {
    return Arrays.stream(link.target().split("/"))
        .flatMap(name -> PciAddress.parse(name).stream())
        .reduce((above, below) -> below);
  }

  /** What the folder of a function shows, and those of the virtio devices that it carries. */
  private static SortedSet<String> usesIn(Folder device) {
    SortedSet<String> uses = new TreeSet<>();
    for (String kind : CLASSES) {
      childrenOf(device, kind).forEach(each -> uses.add(kind + " " + each.name()));
    }
    for (Folder controller : childrenOf(device, "nvme")) {
      childrenOf(controller).forEach(space -> blockOf(space.name()).ifPresent(uses::add));
    }
    device.names().stream()
        .filter(name -> name.startsWith("virtio"))
        .flatMap(name -> device.folder(name).stream())
        .forEach(carried -> uses.addAll(usesIn(carried)));
    return uses;
  }

  private static List<Folder> childrenOf(Folder folder, String name) {
    return folder.folder(name).map(HostUses::childrenOf).orElse(List.of());
  }

  private static List<Folder> childrenOf(Folder folder) {
    return folder.sortedNames().stream().flatMap(name -> folder.folder(name).stream()).toList();
  }

  /** With multipath, {@code nvme0c1n2} is the hidden path to the disk {@code nvme0n2}. */
  private static Optional<String> blockOf(String namespace) {
    return namespace.matches("nvme\\d+(c\\d+)?n\\d+")
        ? Optional.of("block " + namespace.replaceFirst("c\\d+", ""))
        : Optional.empty();
  }
}
