package org.iommuscope.app.ui.find;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;

/** What can be searched for in each device of a host, in lower case. */
final class SearchTexts {

  private static final Pattern GROUP = Pattern.compile("g[0-9]+");

  private final HostTopology host;
  private final Map<DeviceRef, String> texts = new LinkedHashMap<>();

  private SearchTexts(HostTopology host) {
    this.host = host;
  }

  static SearchTexts of(HostTopology host) {
    SearchTexts all = new SearchTexts(host);
    host.devices().values().forEach(device -> all.texts.put(device.ref(), textOf(device)));
    return all;
  }

  boolean isOf(HostTopology other) {
    return host == other;
  }

  /** The devices in which every word is found, in the order of the host. */
  List<DeviceRef> matching(List<String> words) {
    return texts.entrySet().stream()
        .filter(entry -> words.stream().allMatch(word -> has(entry.getValue(), word)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a word is found; one that names a group, {@code g1}, must be the whole name. */
  private static boolean has(String text, String word) {
    return text.contains(GROUP.matcher(word).matches() ? "\n" + word + "\n" : word);
  }

  private static String textOf(HostDevice device) {
    String group = device.group().known().map(id -> "g" + id).orElse("no group");
    String driver = device.driver().known().orElse("no driver");
    String name = DeviceNames.nameOf(device);
    String kind = DeviceClass.of(device).word();
    return String.join("\n", device.ref().text(), name, driver, kind, group, "")
        .toLowerCase(Locale.ROOT);
  }
}
