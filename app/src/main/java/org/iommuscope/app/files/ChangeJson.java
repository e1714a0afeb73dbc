package org.iommuscope.app.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;

/** The JSON form of a plan change: one key that names its kind, and what it needs. */
final class ChangeJson {

  private ChangeJson() {}

  static JsonObject of(PlanChange change) {
    return switch (change) {
      case PlanChange.Assign(GuestName guest, DeviceRef device) ->
          kind("assign", List.of(guest(guest), device(device)));
      case PlanChange.Withdraw(GuestName guest, DeviceRef device) ->
          kind("withdraw", List.of(guest(guest), device(device)));
      case PlanChange.Bind(DeviceRef device, String driver) ->
          kind("bind", List.of(device(device), text("driver", driver)));
      case PlanChange.Unbind(DeviceRef device) -> kind("unbind", List.of(device(device)));
      case PlanChange.SetViommu(GuestName guest, var viommu) ->
          kind("setViommu", List.of(guest(guest), Map.entry("viommu", GuestWriter.fresh(viommu))));
      case PlanChange.PutBehind(GuestName guest, List<DeviceRef> devices, GuestBus bus) ->
          kind("putBehind", List.of(guest(guest), devices(devices), bus(bus)));
      case PlanChange.StopFirst(GuestName running, GuestName waiting) ->
          kind("stopFirst", List.of(guest(running), text("before", waiting.text())));
      case PlanChange.SetParameter(String name, String value) ->
          kind("setParameter", List.of(text("name", name), text("value", value)));
      case PlanChange.Together(List<PlanChange> changes) ->
          JsonValue.of(
              Map.of("together", JsonValue.of(changes.stream().map(ChangeJson::of).toList())));
    };
  }

  private static JsonObject kind(String name, List<Map.Entry<String, JsonValue>> members) {
    Map<String, JsonValue> inner = new LinkedHashMap<>();
    members.forEach(member -> inner.put(member.getKey(), member.getValue()));
    return JsonValue.of(Map.of(name, JsonValue.of(inner)));
  }

  private static Map.Entry<String, JsonValue> guest(GuestName guest) {
    return text("guest", guest.text());
  }

  private static Map.Entry<String, JsonValue> device(DeviceRef device) {
    return text("device", device.text());
  }

  private static Map.Entry<String, JsonValue> devices(List<DeviceRef> devices) {
    return Map.entry(
        "devices", JsonValue.of(devices.stream().map(DeviceRef::text).map(JsonValue::of).toList()));
  }

  private static Map.Entry<String, JsonValue> bus(GuestBus bus) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("name", JsonValue.of(bus.name()));
    members.put("kind", JsonValue.of(Forms.spelled(bus.kind())));
    return Map.entry("bus", JsonValue.of(members));
  }

  private static Map.Entry<String, JsonValue> text(String key, String text) {
    return Map.entry(key, JsonValue.of(text));
  }
}
