package org.iommuscope.imports;

import java.util.Map;
import java.util.Optional;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.DeviceRef;

/**
 * Where a host was read.
 *
 * @param path the capture as the user named it; {@code -} is standard input
 * @param kind the form of the capture: {@code sysfs}, or the titles of the forms that a text has
 * @param folders each device's folder inside the capture, as far as one was captured
 * @param places the line of each fact that a text tells of a device
 */
public record Provenance(
    String path,
    String kind,
    Map<DeviceRef, String> folders,
    Map<DeviceRef, Map<Fact<?>, Place>> places) {

  public Provenance {
    folders = Map.copyOf(folders);
    places = Map.copyOf(places);
  }

  /** Of a tree, which has a folder for each device and no lines. */
  public Provenance(String path, String kind, Map<DeviceRef, String> folders) {
    this(path, kind, folders, Map.of());
  }

  /** Where a fact of a device was read: a line of a text, or the device's folder. */
  public Optional<Place> placeOf(DeviceRef device, Fact<?> fact) {
    return Optional.ofNullable(places.getOrDefault(device, Map.of()).get(fact))
        .or(() ->
            Optional.ofNullable(folders.get(device))
                .map(folder -> new Place(path + "/" + folder, 0)));
  }
}
