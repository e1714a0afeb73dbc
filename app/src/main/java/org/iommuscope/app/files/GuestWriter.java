package org.iommuscope.app.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.app.files.JsonValue.JsonObject;
import org.iommuscope.app.files.JsonValue.JsonText;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Commented;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestBus;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/** Writes the guests of a plan. */
record GuestWriter(String file, AssignmentPlan plan) {

  JsonValue write(List<Guest> guests, Optional<JsonObject> old) {
    Written<GuestName> written =
        Written.under("guests", old, object -> GuestReader.read(file, object).name());
    return JsonValue.of(
        guests.stream().map(guest -> guest(guest, written.take(guest.name()))).toList());
  }

  private JsonObject guest(Guest guest, Optional<JsonObject> old) {
    return Rewriting.of(old)
        .always("name", JsonValue.of(guest.name().text()))
        .commentHere()
        .unless(guest.viommu() instanceof Viommu.None, "viommu", viommu(guest.viommu(), old))
        .unless(
            guest.backend() == Backend.LEGACY,
            "backend",
            JsonValue.of(Forms.spelled(guest.backend())))
        .unless(guest.kvm(), "kvm", JsonValue.of(guest.kvm()))
        .unless(guest.uid() == 0, "uid", JsonValue.of(guest.uid()))
        .unless(
            guest.memlock().isEmpty(),
            "memlock",
            guest.memlock().isPresent()
                ? JsonValue.of(guest.memlock().getAsLong())
                : JsonValue.none())
        .unless(guest.buses().isEmpty(), "buses", buses(guest.buses(), old))
        .unless(guest.devices().isEmpty(), "devices", devices(guest, old))
        .comment(plan.comment(new Commented.OfGuest(guest.name())))
        .done();
  }

  private JsonValue viommu(Viommu viommu, Optional<JsonObject> old) {
    Optional<JsonValue> was = old.flatMap(object -> object.get("viommu"));
    return was.isPresent() && means(was.get(), viommu) ? was.get() : fresh(viommu);
  }

  private boolean means(JsonValue words, Viommu viommu) {
    try {
      return GuestReader.viommu(file, words).equals(viommu);
    } catch (MalformedFile otherwise) {
      return false;
    }
  }

  static JsonValue fresh(Viommu viommu) {
    return switch (viommu) {
      case Viommu.None() -> JsonValue.of(false);
      case Viommu.Present present when present.equals(Viommu.standard()) -> JsonValue.of(true);
      case Viommu.Present(Viommu.Model model, boolean cachingMode) ->
          Rewriting.of(Optional.empty())
              .always("model", JsonValue.of(Forms.spelled(model)))
              .always("cachingMode", JsonValue.of(cachingMode))
              .done();
    };
  }

  private static JsonValue buses(List<GuestBus> buses, Optional<JsonObject> old) {
    Written<String> written = Written.under("buses", old, object -> textOf(object, "name"));
    List<JsonObject> objects = new ArrayList<>();
    for (GuestBus bus : buses) {
      objects.add(
          Rewriting.of(written.take(bus.name()))
              .always("name", JsonValue.of(bus.name()))
              .always("kind", JsonValue.of(Forms.spelled(bus.kind())))
              .done());
    }
    return JsonValue.of(objects);
  }

  private JsonValue devices(Guest guest, Optional<JsonObject> old) {
    Written<DeviceRef> written =
        Written.under("devices", old, object -> GuestReader.device(file, object).device());
    Set<DeviceRef> met = new HashSet<>();
    List<JsonObject> objects = new ArrayList<>();
    for (GuestDevice given : guest.devices()) {
      Rewriting object = device(given, written.take(given.device()));
      // Of a device that is listed twice the plan knows the first comment.
      if (met.add(given.device())) {
        object.comment(plan.comment(new Commented.OfDevice(guest.name(), given.device())));
      }
      objects.add(object.done());
    }
    return JsonValue.of(objects);
  }

  private static Rewriting device(GuestDevice device, Optional<JsonObject> old) {
    DeviceRef ref = device.device();
    Rewriting object = Rewriting.of(old);
    switch (device.path()) {
      case HOST -> object.text("host", ref.text(), PlanWriter.means(ref));
      case SYSFSDEV ->
          object.text(
              "sysfsdev",
              sysfsPath(ref),
              words -> Forms.sysfsPath(words).filter(ref::equals).isPresent());
    }
    return object
        .optional("addr", device.slot())
        .optional("bus", device.bus())
        .optional(
            "vfToken", device.vfToken(), words -> Forms.uuidText(words).equals(device.vfToken()))
        .optional("iommufd", device.iommufd())
        .optional("when", device.later() ? Optional.of("later") : Optional.empty());
  }

  private static String sysfsPath(DeviceRef device) {
    return switch (device) {
      case PciAddress pci -> "/sys/bus/pci/devices/" + pci.text();
      case MdevUuid mdev -> "/sys/bus/mdev/devices/" + mdev.text();
      case DeviceName other -> "/sys/bus/platform/devices/" + other.text();
    };
  }

  private static String textOf(JsonObject object, String key) {
    return object.get(key).orElseGet(JsonValue::none) instanceof JsonText text ? text.text() : "";
  }
}
