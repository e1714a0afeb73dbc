package org.iommuscope.app.drawing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iommuscope.app.graph.DeviceNode;
import org.iommuscope.app.layout.DeviceClass;

/** Counts devices by what they are for: {@code 7 devices: 4 network, 3 storage}. */
final class DeviceCounts {

  private DeviceCounts() {}

  static String of(List<DeviceNode> devices) {
    Map<DeviceClass, Integer> counts = new EnumMap<>(DeviceClass.class);
    devices.forEach(node -> counts.merge(DeviceClass.of(node.device()), 1, Integer::sum));
    return devices.size()
        + (devices.size() == 1 ? " device: " : " devices: ")
        + counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().word())
            .collect(Collectors.joining(", "));
  }
}
