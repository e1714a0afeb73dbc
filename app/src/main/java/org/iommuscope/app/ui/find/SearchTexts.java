package org.iommuscope.app.ui.find;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iommuscope.app.layout.DeviceClass;
import org.iommuscope.app.ui.sign.DeviceNames;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;

/** What can be searched for in each device of a host, in lower case. */
final class SearchTexts {

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
        .filter(entry -> words.stream().allMatch(entry.getValue()::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Group 7 is found as {@code g7} and as {@code group 7}, each with an end, so that g1 is not g12.
   */
  private static String textOf(HostDevice device) {
    String group = device.group().known().map(id -> "g" + id + "\ngroup " + id + "\n").orElse("");
    String driver = device.driver().known().orElse("no driver");
    return String.join(
            "\n",
            device.ref().text(),
            DeviceNames.nameOf(device),
            driver,
            DeviceClass.of(device).word(),
            group)
        .toLowerCase(Locale.ROOT);
  }
}
