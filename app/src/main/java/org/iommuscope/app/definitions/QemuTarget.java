package org.iommuscope.app.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanNote;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;

/** A script for each guest that starts QEMU with its devices. */
final class QemuTarget implements Target {

  @Override
  public String word() {
    return "qemu";
  }

  @Override
  public Definitions write(PlanFile plan, HostTopology host) {
    PlannedHost facts = new PlannedHost(host, plan.plan());
    FileNames names = new FileNames();
    Unsaid all = new Unsaid();
    List<Definition> files = new ArrayList<>();
    List<Guest> guests = plan.plan().guests();
    for (int at = 0; at < guests.size(); at++) {
      Unsaid unsaid = new Unsaid();
      if (at == 0) {
        unsaid.addWhatIsOfAll(plan, false, false);
      }
      files.add(
          new Definition(
              names.file(guests.get(at).name()) + ".sh", script(plan, at, facts, unsaid)));
      all.addAll(unsaid.sentences());
    }
    return Definitions.of(files, all.sentences());
  }

  private static String script(PlanFile plan, int at, PlannedHost facts, Unsaid unsaid) {
    Guest guest = plan.plan().guests().get(at);
    GuestMachine machine = GuestMachine.of(facts, guest);
    QemuArguments arguments = new QemuArguments(facts, machine, machine.fit(guest, unsaid), unsaid);
    String command = arguments.command();
    Map<DeviceRef, DeviceRef> carried = new LinkedHashMap<>();
    guest.devices().stream()
        .filter(device -> !device.later())
        .map(GuestDevice::device)
        .forEach(device -> carried.put(device, device));
    return "#!/bin/sh\n"
        + "# A guest of an iommuscope plan. Memory and disks are no part of a plan: give them as arguments.\n"
        + unsaid.comments("# ")
        + arguments.laterComments()
        + "# iommuscope-plan: "
        + PlanNote.ofGuest(plan, at, carried, false)
        + "\n"
        + command;
  }
}
