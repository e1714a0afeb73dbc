package org.iommuscope.imports;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The few facts of a running host that change while it runs, read by names and links alone: which
 * functions and mdevs there are, their drivers, and who holds a device node of vfio.
 *
 * @param facts by what a sentence calls them, {@code driver of 0000:01:00.0}
 */
public record HostPulse(SortedMap<String, String> facts) {

  private static final String HOLDER = "holder of ";
  private static final String VFIO_NODES = "/dev/vfio/";

  public HostPulse {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /**
   * Reads them; what may not be read is left out.
   *
   * @param root where the host's {@code sys} and {@code proc} are: {@code /}
   */
  public static HostPulse read(Path root) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (Path device : in(root.resolve("sys/bus/pci/devices"))) {
      facts.put("driver of " + device.getFileName(), targetName(device.resolve("driver")));
    }
    for (Path mdev : in(root.resolve("sys/bus/mdev/devices"))) {
      facts.put("driver of " + mdev.getFileName(), targetName(mdev.resolve("driver")));
    }
    holders(root).forEach((node, holders) -> facts.put(HOLDER + node, String.join(", ", holders)));
    return new HostPulse(facts);
  }

  /** Who holds a node of vfio, a sentence for each node; none where nobody may be asked. */
  public List<String> holders() {
    return facts.entrySet().stream()
        .filter(fact -> fact.getKey().startsWith(HOLDER))
        .map(fact -> fact.getKey().substring(HOLDER.length()) + " is held by " + fact.getValue())
        .toList();
  }

  /** What became different until a later reading, a sentence each. */
  public List<String> changesTo(HostPulse later) {
    SortedSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(later.facts.keySet());
    List<String> changes = new ArrayList<>();
    for (String name : names) {
      Optional<String> was = Optional.ofNullable(facts.get(name));
      Optional<String> is = Optional.ofNullable(later.facts.get(name));
      if (!was.equals(is)) {
        changes.add(sentence(name, was, is));
      }
    }
    return changes;
  }

  private static String sentence(String name, Optional<String> was, Optional<String> is) {
    boolean isDevice = name.startsWith("driver of ");
    String device = name.substring(name.lastIndexOf(' ') + 1);
    if (isDevice && was.isEmpty()) {
      return device + " appeared";
    }
    if (isDevice && is.isEmpty()) {
      return device + " is gone";
    }
    return name + ": " + words(was) + " → " + words(is);
  }

  private static String words(Optional<String> value) {
    return value.filter(text -> !text.isEmpty()).orElse("none");
  }

  /** The processes that have a node of vfio open, as far as their descriptors may be listed. */
  private static SortedMap<String, SortedSet<String>> holders(Path root) {
    SortedMap<String, SortedSet<String>> holders = new TreeMap<>();
    if (!Files.isDirectory(root.resolve("dev/vfio"))) {
      return holders;
    }
    for (Path process : in(root.resolve("proc"))) {
      String pid = process.getFileName().toString();
      if (Character.isDigit(pid.charAt(0))) {
        for (Path descriptor : in(process.resolve("fd"))) {
          String node = target(descriptor);
          if (node.startsWith(VFIO_NODES)) {
            holders.computeIfAbsent(node, none -> new TreeSet<>()).add("process " + pid);
          }
        }
      }
    }
    return holders;
  }

  private static List<Path> in(Path folder) {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        all.forEach(entries::add);
      } catch (IOException | DirectoryIteratorException notListed) {
        return entries;
      }
    }
    return entries;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException | UnsupportedOperationException notThere) {
      return "";
    }
  }

  private static String targetName(Path link) {
    String target = target(link);
    return target.substring(target.lastIndexOf('/') + 1);
  }
}
