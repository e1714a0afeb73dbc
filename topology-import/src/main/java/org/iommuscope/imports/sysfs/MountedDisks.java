package org.iommuscope.imports.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/** The file systems of {@code proc/mounts}, followed down to the functions that carry them. */
final class MountedDisks {

  static final String MOUNTS = "proc/mounts";
  private static final String MAPPER = "mapper/";
  private static final Pattern ROOT = Pattern.compile("(?:^|\\s)root=/dev/(\\S+)");
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");

  private final ClassDevices disks;
  private final Reading<String> commandLine;
  private final List<String> untraced = new ArrayList<>();

  MountedDisks(ClassDevices disks, Reading<String> commandLine) {
    this.disks = disks;
    this.commandLine = commandLine;
  }

  /** A line of the table: what is mounted, and where. */
  private record Mount(String source, String place) {

    /** Whether another mount shows a part of this one's tree under a longer name. */
    boolean covers(Mount other) {
      return source.equals(other.source)
          && !place.equals(other.place)
          && other.place.startsWith(place.endsWith("/") ? place : place + "/");
    }
  }

  void read(String table, BiConsumer<PciAddress, HostUse> uses) {
    List<Mount> mounts = table.lines().flatMap(line -> mountIn(line).stream()).distinct().toList();
    for (Mount mount : mounts) {
      if (mounts.stream().noneMatch(other -> other.covers(mount))) {
        trace(mount, uses);
      }
    }
  }

  /** What is mounted and stands on no device that the capture shows. */
  List<String> untraced() {
    return untraced;
  }

  /** Devices are mounted by their node; of other file systems only the root counts. */
  private static Optional<Mount> mountIn(String line) {
    String[] words = line.split(" ");
    if (words.length < 3) {
      return Optional.empty();
    }
    Mount mount = new Mount(unescaped(words[0]), unescaped(words[1]));
    boolean isDevice =
        mount.source().startsWith("/dev/") && !mount.source().matches("/dev/(loop|fuse).*");
    boolean isRoot = mount.place().equals("/") && !words[2].equals("rootfs");
    return isDevice || isRoot ? Optional.of(mount) : Optional.empty();
  }

  private void trace(Mount mount, BiConsumer<PciAddress, HostUse> uses) {
    String name = nameOf(mount.source());
    SortedMap<PciAddress, String> found = new CarryingFunctions(disks).of(name);
    found.forEach((function, disk) -> uses.accept(function, use(mount, name, disk)));
    if (found.isEmpty()) {
      untraced.add(mount.place() + " is mounted from " + mount.source());
    }
  }

  private static HostUse use(Mount mount, String name, String disk) {
    String source = mount.source().startsWith("/dev/" + MAPPER) ? mount.source() : name;
    String below = name.startsWith(disk) ? "" : " on " + disk;
    return new HostUse(
        HostUse.Kind.DISK,
        mount.place(),
        source + below + " is mounted on " + mount.place(),
        MOUNTS);
  }

  /** The kernel's name of a device node; a mapped one has a name of its own beside it. */
  private String nameOf(String source) {
    String node = source.startsWith("/dev/") ? source.substring("/dev/".length()) : source;
    if (node.equals("root")) {
      Matcher root = ROOT.matcher(commandLine.known().orElse(""));
      node = root.find() ? root.group(1) : node;
    }
    return node.startsWith(MAPPER) ? mapped(node.substring(MAPPER.length())) : node;
  }

  private String mapped(String volume) {
    return disks.names().stream()
        .filter(name -> name.startsWith("dm-"))
        .filter(name -> volumeNames(name).contains(volume))
        .findFirst()
        .orElse(volume);
  }

  private List<String> volumeNames(String name) {
    return disks.folderOf(name).stream()
        .flatMap(folder -> folder.folder("dm").stream())
        .flatMap(folder -> disks.textIn(folder, "name").stream())
        .toList();
  }

  /** The kernel writes blank, tab, newline and backslash as three octal digits. */
  private static String unescaped(String word) {
    return OCTAL
        .matcher(word)
        .replaceAll(code ->
            Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(code.group(1), 8))));
  }
}
