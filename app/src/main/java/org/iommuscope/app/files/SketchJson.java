package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.iommuscope.app.files.JsonValue.JsonArray;
import org.iommuscope.app.files.JsonValue.JsonNumber;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/** Spells the devices of a host's sketch; readers that do not know the key pass over it. */
final class SketchJson {

  /** The key beside {@code fingerprint}. */
  static final String KEY = "x-devices";

  private SketchJson() {}

  static JsonValue write(List<HostSketch.Device> devices) {
    return JsonValue.of(devices.stream().map(SketchJson::write).toList());
  }

  private static JsonValue write(HostSketch.Device device) {
    LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
    members.put("device", JsonValue.of(device.device().text()));
    device.ids().ifPresent(ids -> members.put("ids", JsonValue.of(ids)));
    device.slot().ifPresent(slot -> members.put("slot", JsonValue.of(slot)));
    device.group().ifPresent(group -> members.put("group", JsonValue.of(group.number())));
    members.put(
        "mates",
        JsonValue.of(device.mates().stream().map(mate -> JsonValue.of(mate.text())).toList()));
    return new JsonObject(members, 0);
  }

  /** What another program put under the key is passed over. */
  static List<HostSketch.Device> read(JsonObject host) {
    List<HostSketch.Device> devices = new ArrayList<>();
    if (host.get(KEY).orElse(null) instanceof JsonArray(var elements, int line)) {
      for (JsonValue element : elements) {
        if (element instanceof JsonObject object) {
          device(object).ifPresent(devices::add);
        }
      }
    }
    return devices;
  }

  private static Optional<HostSketch.Device> device(JsonObject object) {
    return text(object, "device")
        .flatMap(Forms::device)
        .map(device ->
            new HostSketch.Device(
                device, text(object, "ids"), text(object, "slot"), group(object), mates(object)));
  }

  private static Optional<String> text(JsonObject object, String key) {
    return object.get(key).orElse(null) instanceof JsonText text
        ? Optional.of(text.text())
        : Optional.empty();
  }

  private static Optional<GroupId> group(JsonObject object) {
    return object.get("group").orElse(null) instanceof JsonNumber number
            && number.digits().matches("\\d{1,9}")
        ? Optional.of(new GroupId(Integer.parseInt(number.digits())))
        : Optional.empty();
  }

  private static List<DeviceRef> mates(JsonObject object) {
    List<DeviceRef> mates = new ArrayList<>();
    if (object.get("mates").orElse(null) instanceof JsonArray(var elements, int line)) {
      for (JsonValue element : elements) {
        if (element instanceof JsonText text) {
          Forms.device(text.text()).ifPresent(mates::add);
        }
      }
    }
    return mates;
  }
}
