package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iommuscope.app.files.JsonValue.JsonBoolean;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;

/** Reads a guest of a plan. */
final class GuestReader {

  static final List<String> KEYS =
      List.of("name", "viommu", "backend", "kvm", "uid", "memlock", "buses", "devices");
  static final List<String> BUS_KEYS = List.of("name", "kind");
  static final List<String> DEVICE_KEYS =
      List.of("host", "sysfsdev", "addr", "bus", "vfToken", "iommufd", "when");
  static final List<String> VIOMMU_KEYS = List.of("model", "cachingMode");

  private GuestReader() {}

  static Guest read(String file, JsonValue value) throws MalformedFile {
    Fields fields = Fields.of(file, "a guest", value, KEYS);
    GuestName name = fields.required("name", Forms.NAME, Forms::guest);
    return new Guest(
        name,
        viommu(fields),
        fields
            .formed("backend", "legacy or iommufd", Forms.word(Backend.values()))
            .orElse(Backend.LEGACY),
        fields.truth("kvm").orElse(true),
        (int) (long) fields.number("uid", 0, Integer.MAX_VALUE).orElse(0L),
        memlock(fields),
        buses(fields),
        devices(fields));
  }

  private static Viommu viommu(Fields guest) throws MalformedFile {
    Optional<JsonValue> value = guest.object().get("viommu");
    if (value.isEmpty()) {
      return new Viommu.None();
    }
    if (!(value.get() instanceof JsonBoolean) && !(value.get() instanceof JsonObject)) {
      throw guest.wrong("viommu", value.get(), "true, false, or an object with \"model\"");
    }
    return viommu(guest.file(), value.get());
  }

  static Viommu viommu(String file, JsonValue value) throws MalformedFile {
    if (value instanceof JsonBoolean present) {
      return present.value() ? Viommu.standard() : new Viommu.None();
    }
    Fields fields = Fields.of(file, "a vIOMMU", value, VIOMMU_KEYS);
    return new Viommu.Present(
        fields.required("model", "intel, virtio, smmuv3 or amd", Forms.word(Viommu.Model.values())),
        fields.truth("cachingMode").orElse(true));
  }

  private static OptionalLong memlock(Fields guest) throws MalformedFile {
    if (guest.isNull("memlock")) {
      return OptionalLong.empty();
    }
    Optional<Long> bytes = guest.number("memlock", 0, Long.MAX_VALUE);
    return bytes.isPresent() ? OptionalLong.of(bytes.get()) : OptionalLong.empty();
  }

  private static List<GuestBus> buses(Fields guest) throws MalformedFile {
    List<GuestBus> buses = new ArrayList<>();
    for (JsonValue value : guest.elements("buses")) {
      Fields fields = Fields.of(guest.file(), "a bus", value, BUS_KEYS);
      GuestBus bus =
          new GuestBus(
              fields.required("name", Forms.NAME, Forms::name),
              fields.required(
                  "kind", "pcie-pci-bridge or bypass-root", Forms.word(GuestBus.Kind.values())));
      if (buses.stream().anyMatch(known -> known.name().equals(bus.name()))) {
        throw guest.problem(
            value, "a second bus named " + JsonPrinter.quoted(bus.name()), "every name once");
      }
      buses.add(bus);
    }
    return buses;
  }

  private static List<GuestDevice> devices(Fields guest) throws MalformedFile {
    List<GuestDevice> devices = new ArrayList<>();
    for (JsonValue value : guest.elements("devices")) {
      devices.add(device(guest.file(), value));
    }
    return devices;
  }

  static GuestDevice device(String file, JsonValue value) throws MalformedFile {
    Fields fields = Fields.of(file, "a device", value, DEVICE_KEYS);
    Optional<DeviceRef> host =
        fields.formed("host", Forms.ADDRESS, text -> Forms.address(text).map(pci -> pci));
    Optional<DeviceRef> sysfsdev =
        fields.formed(
            "sysfsdev",
            "a path such as /sys/bus/mdev/devices/UUID that ends in the device's name",
            Forms::sysfsPath);
    if (host.isPresent() == sysfsdev.isPresent()) {
      throw fields.problem(
          fields.object(),
          "a device with " + (host.isPresent() ? "both host and sysfsdev" : "neither of them"),
          "either host or sysfsdev");
    }
    return new GuestDevice(
        host.or(() -> sysfsdev).orElseThrow(),
        host.isPresent() ? GuestDevice.Path.HOST : GuestDevice.Path.SYSFSDEV,
        fields.formed("addr", Forms.SLOT, Forms::slot),
        fields.formed("bus", Forms.NAME, Forms::name),
        fields.formed("vfToken", Forms.UUID, Forms::uuidText),
        fields.formed("iommufd", Forms.NAME, Forms::name),
        fields
            .formed("when", "\"later\"", text -> Optional.of(text).filter("later"::equals))
            .isPresent());
  }
}
