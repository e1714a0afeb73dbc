package org.iommuscope.imports;

import java.util.Map;
import org.iommuscope.model.topology.DeviceRef;

/**
 * Where a host was read.
 *
 * @param path the capture as the user named it; {@code -} is standard input
 * @param kind the form of the capture: {@code sysfs}
 * @param folders each device's folder inside the capture, as far as one was captured
 */
public record Provenance(String path, String kind, Map<DeviceRef, String> folders) {

  public Provenance {
    folders = Map.copyOf(folders);
  }
}
