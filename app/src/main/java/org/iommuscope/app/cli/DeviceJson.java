package org.iommuscope.app.cli;

import java.util.Locale;
import java.util.function.Function;
import org.iommuscope.app.files.JsonValue;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.MediatedDevice;
import org.iommuscope.model.topology.OtherDevice;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/** An entry of {@code devices} in the JSON of a topology, with the keys that apply to it. */
final class DeviceJson {

  private DeviceJson() {}

  static JsonValue of(HostDevice device) {
    return switch (device) {
      case PciFunction function -> function(function);
      case OtherDevice other -> other(other);
      case MediatedDevice mdev -> mdev(mdev);
    };
  }

  private static JsonValue function(PciFunction function) {
    FactsJson facts = new FactsJson();
    facts.with("address", ref(function.address())).with("bus", function.bus());
    facts.with("name", function.name());
    addIds(function, facts);
    facts
        .with("header", function.header(), type -> lowerCase(type))
        .with("driver", function.driver())
        .with("driverOverride", function.driverOverride())
        .with("group", function.group(), DeviceJson::group)
        .with("iommu", function.iommu())
        .with("upstream", function.placement().upstream(), DeviceJson::ref)
        .with("numaNode", function.placement().numaNode(), JsonValue::of)
        .with("slot", function.placement().slot())
        .with("bootVga", function.bootVga(), JsonValue::of)
        .withList("resetMethods", function.resetMethods(), JsonValue::of)
        .with("physfn", function.sriov().physfn(), DeviceJson::ref)
        .withList("virtfns", function.sriov().virtfns(), DeviceJson::ref)
        .with("sriovTotalVfs", function.sriov().totalVfs(), JsonValue::of)
        .withList("bars", function.bars(), JsonValue::of)
        .with("configBytes", function.config().map(ConfigSpace::length), JsonValue::of)
        .withList("uses", function.uses(), JsonValue::of);
    return facts.endingWithUnread();
  }

  private static void addIds(PciFunction function, FactsJson facts) {
    facts
        .with("vendor", function.ids().vendor(), hex(4))
        .with("device", function.ids().device(), hex(4))
        .with("subsystemVendor", function.ids().subsystemVendor(), hex(4))
        .with("subsystemDevice", function.ids().subsystemDevice(), hex(4))
        .with("class", function.ids().classCode(), hex(6))
        .with("revision", function.ids().revision(), hex(2));
  }

  private static JsonValue other(OtherDevice other) {
    Reading<String> bus =
        other.bus().equals(OtherDevice.UNKNOWN_BUS) ? Reading.unread() : Reading.of(other.bus());
    return new FactsJson()
        .with("address", ref(other.name()))
        .with("bus", bus)
        .with("driver", other.driver())
        .with("group", other.group(), DeviceJson::group)
        .endingWithUnread();
  }

  private static JsonValue mdev(MediatedDevice mdev) {
    return new FactsJson()
        .with("address", ref(mdev.uuid()))
        .with("bus", mdev.bus())
        .with("driver", mdev.driver())
        .with("group", mdev.group(), DeviceJson::group)
        .endingWithUnread();
  }

  static JsonValue ref(DeviceRef ref) {
    return JsonValue.of(ref.text());
  }

  static JsonValue group(GroupId group) {
    return JsonValue.of(group.number());
  }

  static JsonValue lowerCase(Enum<?> constant) {
    return JsonValue.of(constant.name().toLowerCase(Locale.ROOT));
  }

  private static Function<Integer, JsonValue> hex(int digits) {
    return number -> JsonValue.of(("0x%0" + digits + "x").formatted(number));
  }
}
