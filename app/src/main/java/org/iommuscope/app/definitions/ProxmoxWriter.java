package org.iommuscope.app.definitions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanNote;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** Writes one guest as a configuration of Proxmox. */
final class ProxmoxWriter {

  /** Proxmox has hostpci0 to hostpci15. */
  private static final int MOST = 16;

  /** What a description may have. */
  private static final int LONGEST_NOTE = 8192;

  private final PlannedHost facts;
  private final Guest guest;
  private final int number;
  private final Unsaid unsaid;
  private final QemuArguments qemu;
  private final List<String> hostpci = new ArrayList<>();
  private final List<String> args = new ArrayList<>();
  private final Map<DeviceRef, DeviceRef> carried = new LinkedHashMap<>();

  ProxmoxWriter(PlannedHost facts, Guest guest, int number, Unsaid unsaid) {
    this.facts = facts;
    this.guest = guest;
    this.number = number;
    this.unsaid = unsaid;
    this.qemu = new QemuArguments(facts, GuestMachine.X86, guest, unsaid);
  }

  String write(PlanFile plan, int at, String name) {
    unsaid.addUses(facts, guest);
    unsaid.addProcess(guest, "Proxmox, which runs QEMU as root,");
    unsaid.addLater(guest, "Proxmox attaches all devices when the guest starts");
    buses();
    Set<DeviceRef> met = new LinkedHashSet<>();
    for (GuestDevice device : guest.devices()) {
      if (!device.later() && met.add(device.device())) {
        device(device);
      } else if (!device.later()) {
        unsaid.add(guest.name(), device.device() + " a second time");
      }
    }
    List<String> lines = new ArrayList<>();
    if (!args.isEmpty()) {
      lines.add("args: " + String.join(" ", args));
    }
    lines.addAll(hostpci);
    if (!guest.kvm()) {
      lines.add("kvm: 0");
    }
    lines.add("machine: q35" + viommu());
    lines.addAll(List.of("memory: 4096", "name: " + name, "ostype: l26"));
    return description(plan, at) + String.join("\n", lines) + "\n";
  }

  /** The functions that this guest names by address. */
  List<PciFunction> functions() {
    return carried.keySet().stream().flatMap(device -> facts.function(device).stream()).toList();
  }

  private String description(PlanFile plan, int at) {
    String note = encoded("iommuscope-plan: " + PlanNote.ofGuest(plan, at, carried, true));
    if (note.length() > LONGEST_NOTE) {
      unsaid.add(
          guest.name(),
          "its note, of which Proxmox keeps 8192 characters when it writes the file again");
    }
    StringBuilder text = new StringBuilder();
    unsaid
        .sentences()
        .forEach(each -> text.append('#').append(encoded("not said here: " + each)).append('\n'));
    return text.append('#').append(note).append('\n').toString();
  }

  /** As {@code encode_text} of pve-common writes a description. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      int c = each & 0xff;
      if (c < 0x20 || c > 0x7e || c == '%' || c == ':') {
        encoded.append("%%%02X".formatted(c));
      } else {
        encoded.append((char) c);
      }
    }
    return encoded.toString();
  }

  private void buses() {
    qemu.buses().forEach(bus -> args.add("-device " + Shell.word(bus)));
    qemu.portDevices().forEach(port -> args.add("-device " + Shell.word(port)));
    guest.devices().stream()
        .flatMap(device -> PlannedHost.iommufd(guest, device).stream())
        .distinct()
        .forEach(id -> args.add("-object " + Shell.word("iommufd,id=" + id)));
  }

  private String viommu() {
    return switch (guest.viommu()) {
      case Viommu.None() -> "";
      case Viommu.Present(Viommu.Model model, boolean caching) ->
          switch (model) {
            case INTEL -> {
              if (!caching) {
                unsaid.add(guest.name(), "a vIOMMU without caching mode; Proxmox turns it on");
              }
              yield ",viommu=intel";
            }
            case VIRTIO -> ",viommu=virtio";
            case AMD, SMMUV3 -> {
              unsaid.add(guest.name(), "its vIOMMU; Proxmox has intel and virtio");
              yield "";
            }
          };
    };
  }

  private void device(GuestDevice device) {
    boolean isOption = isForQemu(device);
    if (device.slot().isPresent() && !isOption) {
      unsaid.add(
          guest.name(),
          device.device() + ": the guest's slot " + device.slot().get() + "; Proxmox chooses");
    }
    switch (device.device()) {
      case DeviceName other ->
          unsaid.add(guest.name(), other + ": Proxmox has no word for platform devices");
      case PciAddress pci when isOption -> argument(device);
      case PciAddress pci -> hostPci(pci, pci, pci.text());
      case MdevUuid uuid -> mdev(device, uuid, isOption);
    }
  }

  /** Whether only QEMU's own words say it. */
  private boolean isForQemu(GuestDevice device) {
    return device.bus().isPresent()
        || device.vfToken().isPresent()
        || PlannedHost.iommufd(guest, device).isPresent();
  }

  private void mdev(GuestDevice device, MdevUuid uuid, boolean isOption) {
    Optional<PlannedMdev> mdev = facts.mdev(uuid);
    if (isOption || mdev.isEmpty() || !(mdev.get().parent() instanceof PciAddress)) {
      argument(device);
      return;
    }
    String own = "%08d-0000-0000-0000-%012d".formatted(hostpci.size(), number);
    if (!own.equals(uuid.text())) {
      unsaid.add(guest.name(), "the UUID " + uuid + " of an mdev; Proxmox makes it as " + own);
    }
    hostPci(new MdevUuid(own), uuid, mdev.get().parent().text() + ",mdev=" + mdev.get().type());
  }

  private void hostPci(DeviceRef there, DeviceRef planned, String value) {
    if (hostpci.size() == MOST) {
      unsaid.add(guest.name(), planned + ": Proxmox has hostpci0 to hostpci15");
      return;
    }
    hostpci.add("hostpci" + hostpci.size() + ": " + value + ",pcie=1");
    carried.put(there, planned);
  }

  /** Proxmox does not know of it: it binds nothing, and pins no memory limit. */
  private void argument(GuestDevice device) {
    args.add("-device " + Shell.word(qemu.device(device)));
    carried.put(device.device(), device.device());
    unsaid.add(
        guest.name(),
        device.device()
            + " as hostpci; it stands in args, so Proxmox does not "
            + (device.device() instanceof MdevUuid ? "make it" : "bind it to vfio-pci"));
  }
}
