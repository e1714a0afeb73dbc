package org.iommuscope.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanNote;
import org.iommuscope.imports.definitions.DefinedPlan;
import org.iommuscope.imports.definitions.Note;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceRef;

/**
 * A plan that comes back from another program: its notes tell what the other program has no word
 * for, and where somebody changed the definition since, the definition counts.
 */
final class NotedDefinition {

  private final PlanNote.Noted noted;
  private final AssignmentPlan defined;
  private final List<Note> notes;
  private final List<String> said = new ArrayList<>();
  private final Set<DeviceRef> added = new HashSet<>();

  NotedDefinition(PlanNote.Noted noted, DefinedPlan defined) {
    this.noted = noted;
    this.defined = defined.plan();
    this.notes = defined.notes();
  }

  /** What changed since the export, a sentence each. */
  List<String> said() {
    return List.copyOf(said);
  }

  PlanFile plan() {
    if (noted.missing() > 0) {
      said.add(
          noted.missing()
              + " guests of the plan are not among the definitions; its order of steps is left out");
    }
    AssignmentPlan plan = noted.plan().plan();
    List<Guest> guests = new ArrayList<>();
    Set<GuestName> left = new HashSet<>(defined.guests().stream().map(Guest::name).toList());
    for (Guest guest : plan.guests()) {
      Optional<Integer> at = noteOf(guest.name());
      Optional<Guest> there = at.flatMap(it -> notes.get(it).guest()).flatMap(defined::guest);
      guests.add(
          there.isEmpty() ? guest : merged(guest, there.get(), noted.carried().get(at.get())));
      there.ifPresent(each -> left.remove(each.name()));
    }
    for (Guest other : defined.guests()) {
      if (left.contains(other.name())) {
        guests.add(other);
        other.devices().forEach(device -> added.add(device.device()));
      }
    }
    AssignmentPlan result = plan.equals(plan.withGuests(guests)) ? plan : plan.withGuests(guests);
    return noted.plan().withPlan(withMdevs(withBindings(result)));
  }

  private Optional<Integer> noteOf(GuestName name) {
    int at = noted.guests().indexOf(name.text());
    return at < 0 || notes.get(at).guest().isEmpty() ? Optional.empty() : Optional.of(at);
  }

  private Guest merged(Guest guest, Guest there, Map<DeviceRef, DeviceRef> carried) {
    Map<DeviceRef, GuestDevice> now = new HashMap<>();
    List<GuestDevice> devices = new ArrayList<>();
    Set<DeviceRef> planned =
        new HashSet<>(guest.devices().stream().map(GuestDevice::device).toList());
    List<GuestDevice> more = new ArrayList<>();
    for (GuestDevice device : there.devices()) {
      DeviceRef ref = planned(device.device(), carried);
      now.put(ref, device);
      if (!planned.contains(ref)) {
        more.add(device);
        added.add(device.device());
        said.add(guest.name() + ": " + ref + " was added to the definition after its export");
      }
    }
    Set<DeviceRef> met = new HashSet<>();
    for (GuestDevice device : guest.devices()) {
      boolean isGone = carried.containsValue(device.device()) && !now.containsKey(device.device());
      if (isGone && !device.later()) {
        said.add(guest.name() + ": " + device.device() + " was taken out of the definition since");
      } else {
        // A device that a guest lists twice stands in a definition once: the first.
        boolean isFirst = met.add(device.device());
        devices.add(
            isFirst ? placed(device, Optional.ofNullable(now.get(device.device()))) : device);
      }
    }
    devices.addAll(more);
    return guest.withDevices(devices).withViommu(viommu(guest, there));
  }

  /** Proxmox names its mdevs by their index and the guest's number, which may have changed. */
  private static DeviceRef planned(DeviceRef there, Map<DeviceRef, DeviceRef> carried) {
    if (carried.containsKey(there) || !there.text().matches("\\d{8}(-0{4}){3}-\\d{12}")) {
      return carried.getOrDefault(there, there);
    }
    return carried.entrySet().stream()
        .filter(each ->
            each.getKey().text().matches("\\d{8}(-0{4}){3}-\\d{12}")
                && each.getKey().text().startsWith(there.text().substring(0, 8)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(there);
  }

  /** A slot that both name and that differs was changed since. */
  private GuestDevice placed(GuestDevice device, Optional<GuestDevice> there) {
    Optional<String> slot = there.flatMap(GuestDevice::slot);
    if (slot.isEmpty() || device.slot().isEmpty() || isSame(slot.get(), device.slot().get())) {
      return device;
    }
    said.add(device.device() + " is in the guest's slot " + slot.get() + " since");
    return new GuestDevice(
        device.device(),
        device.path(),
        slot,
        device.bus(),
        device.vfToken(),
        device.iommufd(),
        device.later());
  }

  private static boolean isSame(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String slot) {
    String bare = slot.replaceFirst("^0[xX]", "").replaceFirst("^0(?=[0-9a-fA-F])", "");
    return bare.contains(".") ? bare : bare + ".0";
  }

  /** Another model there was chosen since. */
  private static Viommu viommu(Guest guest, Guest there) {
    return guest.viommu() instanceof Viommu.Present planned
            && there.viommu() instanceof Viommu.Present now
            && planned.model() != now.model()
        ? now
        : guest.viommu();
  }

  private AssignmentPlan withBindings(AssignmentPlan plan) {
    AssignmentPlan result = plan;
    for (Map.Entry<DeviceRef, Optional<String>> binding : defined.bindings().entrySet()) {
      boolean isNew =
          added.contains(binding.getKey()) || !noted.boundByTarget().contains(binding.getKey());
      if (isNew && !binding.getValue().equals(plan.bindings().get(binding.getKey()))) {
        result = result.withBinding(binding.getKey(), binding.getValue());
      }
    }
    return result;
  }

  private AssignmentPlan withMdevs(AssignmentPlan plan) {
    AssignmentPlan result = plan;
    Map<DeviceRef, PlannedMdev> known = new TreeMap<>();
    plan.mdevs().forEach(mdev -> known.put(mdev.uuid(), mdev));
    plan.steps().stream()
        .map(PlanStep::plain)
        .forEach(step -> {
          if (step instanceof PlanStep.CreateMdev(PlannedMdev mdev)) {
            known.put(mdev.uuid(), mdev);
          }
        });
    for (PlannedMdev mdev : defined.mdevs()) {
      boolean isCarried =
          noted.carried().stream()
                  .anyMatch(carried -> !planned(mdev.uuid(), carried).equals(mdev.uuid()))
              || noted.carried().stream().anyMatch(carried -> carried.containsKey(mdev.uuid()));
      if (!isCarried && !known.containsKey(mdev.uuid())) {
        result = result.withMdev(mdev);
      }
    }
    return result;
  }
}
