package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.model.topology.PciAddress;

/** The USB devices that a listing prints below their controllers, until it has been read. */
final class UsbRows {

  private final Map<PciAddress, List<String>> uses = new LinkedHashMap<>();
  private final Map<PciAddress, Place> places = new LinkedHashMap<>();

  void add(PciAddress controller, UsbLine device, Place place) {
    uses.computeIfAbsent(controller, none -> new ArrayList<>()).add(device.use());
    places.putIfAbsent(controller, place);
  }

  void tell(Evidence evidence) {
    places.forEach((controller, place) ->
        evidence
            .device(controller)
            .say(
                Fact.USES,
                uses.getOrDefault(controller, List.of()).stream().distinct().toList(),
                place));
  }
}
