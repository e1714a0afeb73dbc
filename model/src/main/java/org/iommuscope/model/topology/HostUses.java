package org.iommuscope.model.topology;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the running host does with its devices, and what of that the capture does not say.
 *
 * @param byDevice the uses of each device that has any
 * @param notCaptured the files that would tell of a kind and are not in the capture
 * @param untraced what is in use and leads to no device: {@code / is mounted from rpool/ROOT}
 */
public record HostUses(
    SequencedMap<DeviceRef, List<HostUse>> byDevice,
    SequencedMap<HostUse.Kind, List<String>> notCaptured,
    List<String> untraced) {

  public HostUses {
    byDevice = sorted(byDevice);
    notCaptured = Collections.unmodifiableSequencedMap(new TreeMap<>(notCaptured));
    untraced = List.copyOf(untraced);
  }

  /** Of a capture that says nothing of uses; each kind names the files that would. */
  public static HostUses unread() {
    Map<HostUse.Kind, List<String>> missing = new EnumMap<>(HostUse.Kind.class);
    missing.put(HostUse.Kind.DISK, List.of("proc/mounts", "sys/class/block"));
    missing.put(HostUse.Kind.UPLINK, List.of("proc/net/route", "sys/class/net"));
    missing.put(HostUse.Kind.CONSOLE, List.of("sys/class/drm", "sys/class/graphics"));
    missing.put(HostUse.Kind.KEYBOARD, List.of("sys/class/input"));
    return new HostUses(new TreeMap<>(), new TreeMap<>(missing), List.of());
  }

  /** The uses of a device, the gravest first; none where the host has or the capture shows none. */
  public List<HostUse> of(DeviceRef device) {
    return byDevice.getOrDefault(device, List.of());
  }

  /** These uses and, of the kinds that this capture does not say, those of another capture. */
  public HostUses orElse(HostUses other) {
    TreeMap<DeviceRef, List<HostUse>> all = new TreeMap<>(byDevice);
    other.byDevice.forEach(
        (device, uses) -> all.merge(device, missingHere(uses), HostUses::joined));
    all.values().removeIf(List::isEmpty);
    TreeMap<HostUse.Kind, List<String>> neither = new TreeMap<>(notCaptured);
    neither.keySet().retainAll(other.notCaptured.keySet());
    return new HostUses(all, neither, untraced.isEmpty() ? other.untraced : untraced);
  }

  private List<HostUse> missingHere(List<HostUse> uses) {
    return uses.stream().filter(use -> notCaptured.containsKey(use.kind())).toList();
  }

  private static List<HostUse> joined(Collection<HostUse> some, Collection<HostUse> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private static SequencedMap<DeviceRef, List<HostUse>> sorted(Map<DeviceRef, List<HostUse>> uses) {
    TreeMap<DeviceRef, List<HostUse>> sorted = new TreeMap<>(uses);
    sorted.replaceAll((device, list) -> list.stream().sorted(HostUse.GRAVEST_FIRST).toList());
    return Collections.unmodifiableSequencedMap(sorted);
  }
}
