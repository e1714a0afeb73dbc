package org.iommuscope.imports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.imports.evidence.Evidence;
import org.iommuscope.imports.evidence.Fact;
import org.iommuscope.imports.evidence.Place;
import org.iommuscope.imports.markup.Json;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevType;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.Reading;

/** {@code mdevctl list --dumpjson} and {@code mdevctl types --dumpjson}. */
final class MdevctlJson implements JsonForm {

  @Override
  public String title() {
    return "mdevctl --dumpjson";
  }

  @Override
  public String expected() {
    return "parents with lists of mdevs or of mdev types";
  }

  @Override
  public String mark() {
    return "\"mdev_type\"|\"available_instances\"|\"[0-9a-f]{4}:[0-9a-f:.]+\": ?\\[";
  }

  @Override
  public int read(Json value, String source, Evidence evidence) {
    int told = 0;
    List<Json> parents = value.elements().isEmpty() ? List.of(value) : value.elements();
    for (Json each : parents) {
      for (Map.Entry<String, Json> parent : each.members().entrySet()) {
        if (!parent.getKey().isBlank()) {
          told += readParent(parent.getKey(), parent.getValue(), source, evidence);
        }
      }
    }
    return told;
  }

  private static int readParent(String name, Json list, String source, Evidence evidence) {
    List<MdevType> types = new ArrayList<>();
    int told = 0;
    for (Json entry : list.elements()) {
      for (Map.Entry<String, Json> one : entry.members().entrySet()) {
        Json inner = one.getValue();
        Optional<MdevUuid> uuid = MdevUuid.parse(one.getKey());
        if (uuid.isPresent() && inner.text("mdev_type").isPresent()) {
          Place place = new Place(source, inner.line());
          evidence
              .device(uuid.get())
              .say(Fact.MDEV_PARENT, DeviceRef.parse(name), place)
              .say(Fact.MDEV_TYPE, inner.text("mdev_type"), place);
          told++;
        } else if (inner.get("available_instances").isPresent()) {
          types.add(type(one.getKey(), inner));
        }
      }
    }
    if (!types.isEmpty()) {
      Place place = new Place(source, list.line());
      evidence.device(DeviceRef.parse(name)).say(Fact.MDEV_TYPES, List.copyOf(types), place);
    }
    return told + types.size();
  }

  private static MdevType type(String id, Json inner) {
    return new MdevType(
        id,
        inner.text("name").map(Reading::of).orElseGet(Reading::absent),
        inner.text("device_api").map(Reading::of).orElseGet(Reading::unread),
        inner.number("available_instances").map(Reading::of).orElseGet(Reading::unread));
  }
}
