package org.iommuscope.app.definitions;

import java.util.Optional;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;

/** The steps of a plan as commands, in order. */
record StepCommands(PlannedHost facts, Unsaid unsaid) {

  String text() {
    StringBuilder text = new StringBuilder("# The steps of the plan, in order.\n");
    if (!facts.plan().guests().isEmpty()) {
      text.append("# The guests are those of the export to libvirt: first virsh define each.\n");
    }
    int number = 0;
    for (PlanStep step : facts.plan().steps()) {
      String command = command(step.plain());
      Optional<String> loss = loss(step.plain());
      if (step.isHypothetical()) {
        unsaid.add("step " + number + ", which is only imagined: it is a comment");
        text.append("# Only imagined:\n").append(Shell.comment(command));
      } else if (loss.isPresent()) {
        unsaid.add("step " + number + ": " + loss.get() + ": it is a comment");
        text.append(Shell.comment(loss.get())).append(Shell.comment(command));
      } else {
        text.append(command).append('\n');
      }
      number++;
    }
    return text.toString();
  }

  /** What the running host would lose is not taken by pasting. */
  private Optional<String> loss(PlanStep step) {
    return switch (step) {
      case PlanStep.Start(GuestName guest) -> loss(guest);
      case PlanStep.Stop(GuestName guest) -> loss(guest);
      case PlanStep.Detach(GuestName guest, DeviceRef device) -> loss(guest);
      case PlanStep.Attach(GuestName guest, DeviceRef device) ->
          loss(guest).or(() -> facts.use(device).map(use -> loss(device, use)));
      case PlanStep.Bind(DeviceRef device, String driver) ->
          facts.use(device).map(use -> loss(device, use));
      case PlanStep.Unbind(DeviceRef device) -> facts.use(device).map(use -> loss(device, use));
      case PlanStep.CreateMdev mdev -> Optional.empty();
      case PlanStep.RemoveMdev mdev -> Optional.empty();
      case PlanStep.SetVfs vfs -> Optional.empty();
      case PlanStep.SetParameter parameter -> Optional.empty();
      case PlanStep.HotAdd add -> Optional.empty();
      case PlanStep.MoveCard move -> Optional.empty();
      case PlanStep.Hypothetical imagined -> loss(imagined.step());
    };
  }

  /** A guest that is not started can do nothing later either. */
  private Optional<String> loss(GuestName name) {
    return facts.plan().guest(name).stream()
        .flatMap(guest -> facts.takenInUse(guest).stream())
        .map(device ->
            name + " takes a device from the host; " + loss(device, facts.use(device).orElse("")))
        .findFirst();
  }

  private static String loss(DeviceRef device, String use) {
    return "the host uses " + device + " (" + use + ")";
  }

  private String command(PlanStep step) {
    return switch (step) {
      case PlanStep.Start(GuestName guest) ->
          "virsh start " + Shell.word(guest.text().replace('/', '_'));
      case PlanStep.Stop(GuestName guest) -> stop(Shell.word(guest.text().replace('/', '_')));
      case PlanStep.Attach(GuestName guest, DeviceRef device) -> plug("attach", guest, device);
      case PlanStep.Detach(GuestName guest, DeviceRef device) -> plug("detach", guest, device);
      case PlanStep.Bind(DeviceRef device, String driver) ->
          device instanceof PciAddress
              ? "driverctl --nosave set-override " + device + " " + Shell.word(driver)
              : bind(device, driver);
      case PlanStep.Unbind(DeviceRef device) -> unbind(device);
      case PlanStep.CreateMdev(PlannedMdev mdev) ->
          "mdevctl start --uuid %s --parent %s --type %s"
              .formatted(mdev.uuid(), Shell.word(mdev.parent().text()), Shell.word(mdev.type()));
      case PlanStep.RemoveMdev(MdevUuid uuid) -> "mdevctl stop --uuid " + uuid;
      case PlanStep.SetVfs(PciAddress pf, int count) -> vfs(pf, count);
      case PlanStep.SetParameter(String name, String value) -> parameter(name, value);
      case PlanStep.HotAdd add -> byHand("the device " + add.device() + " is put in");
      case PlanStep.MoveCard move ->
          byHand("the card of " + move.device() + " is put below " + move.below());
      case PlanStep.Hypothetical imagined -> command(imagined.step());
    };
  }

  /** virsh only asks the guest to shut down; what follows needs its devices back. */
  private static String stop(String domain) {
    return """
    virsh shutdown %1$s
    until LC_ALL=C virsh domstate %1$s | grep -q 'shut off'; do sleep 1; done\
    """
        .formatted(domain);
  }

  private String byHand(String what) {
    unsaid.add(what + ": no command does that");
    return "# By hand: " + what.replaceAll("\\p{Cntrl}", " ");
  }

  private String plug(String verb, GuestName guest, DeviceRef device) {
    if (device instanceof DeviceName) {
      return byHand(verb + " " + device + ", for which libvirt has no word");
    }
    XmlText xml = new XmlText();
    if (device instanceof PciAddress) {
      xml.open(
          "hostdev",
          "mode",
          "subsystem",
          "type",
          "pci",
          "managed",
          facts.isBoundToVfio(device) ? "yes" : "no");
      if (verb.equals("attach")) {
        properties(guest, device, xml);
      }
    } else {
      xml.open("hostdev", "mode", "subsystem", "type", "mdev", "model", facts.api(device));
    }
    xml.open("source");
    LibvirtPlaces.writeSource(device, xml);
    xml.close("source").close("hostdev");
    return "virsh %s-device %s /dev/stdin --live <<'XML'\n%sXML"
        .formatted(verb, Shell.word(guest.text().replace('/', '_')), xml);
  }

  private void properties(GuestName guest, DeviceRef device, XmlText xml) {
    facts
        .plan()
        .guest(guest)
        .ifPresent(found ->
            found.devices().stream()
                .filter(each -> each.device().equals(device))
                .findFirst()
                .ifPresent(each -> properties(found, each, xml)));
  }

  private void properties(Guest guest, GuestDevice device, XmlText xml) {
    if (PlannedHost.iommufd(guest, device).isPresent()) {
      xml.empty("driver", "name", "vfio", "iommufd", "yes");
      unsaid.add(guest.name(), "iommufd to libvirt 9.0, whose schema does not know it");
    }
    String where = guest.name() + ": " + device.device() + " as it is attached: its ";
    device.slot().ifPresent(slot -> unsaid.add(where + "slot " + slot));
    device.bus().ifPresent(bus -> unsaid.add(where + "bus " + bus));
    device.vfToken().ifPresent(token -> unsaid.add(where + "VF token"));
  }

  private static String vfs(PciAddress pf, int count) {
    String file = "/sys/bus/pci/devices/" + pf + "/sriov_numvfs";
    return "echo 0 > " + file + (count == 0 ? "" : "\necho " + count + " > " + file);
  }

  private String parameter(String name, String value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return byHand("the host is started with " + name + "=" + value);
    }
    String file =
        "/sys/module/" + name.substring(0, dot) + "/parameters/" + name.substring(dot + 1);
    return "printf '%s\\n' " + Shell.word(value) + " > " + Shell.word(file);
  }

  /** Gives a device to a driver through its bus. */
  static String bind(DeviceRef device, String driver) {
    String folder = folder(device);
    return """
    printf '%%s\\n' %1$s > %2$s
    [ ! -e %3$s ] || printf '%%s\\n' %4$s > %5$s
    printf '%%s\\n' %4$s > %6$s\
    """
        .formatted(
            Shell.word(driver),
            Shell.word(folder + "/driver_override"),
            Shell.word(folder + "/driver"),
            Shell.word(device.text()),
            Shell.word(folder + "/driver/unbind"),
            Shell.word(bus(device) + "/drivers_probe"));
  }

  /** Parts a device and its driver, where it has one. */
  static String unbind(DeviceRef device) {
    String driver = folder(device) + "/driver";
    return "[ ! -e %s ] || printf '%%s\\n' %s > %s"
        .formatted(Shell.word(driver), Shell.word(device.text()), Shell.word(driver + "/unbind"));
  }

  private static String folder(DeviceRef device) {
    return bus(device) + "/devices/" + device.text();
  }

  private static String bus(DeviceRef device) {
    return switch (device) {
      case PciAddress pci -> "/sys/bus/pci";
      case MdevUuid mdev -> "/sys/bus/mdev";
      case DeviceName other -> "/sys/bus/platform";
    };
  }
}
