package org.iommuscope.app.definitions;

import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.PciAddress;

/** Commands for what has to be so before a plan's first step: drivers and mdevs. */
record Preparation(PlannedHost facts, Unsaid unsaid) {

  String text() {
    StringBuilder text = new StringBuilder();
    if (!facts.plan().bindings().isEmpty()) {
      text.append("# Drivers before the first step; driverctl keeps them over a reboot.\n");
    }
    for (Map.Entry<DeviceRef, Optional<String>> binding : facts.plan().bindings().entrySet()) {
      guarded(binding.getKey(), binding(binding.getKey(), binding.getValue()), text);
    }
    for (PlannedMdev mdev : facts.plan().mdevs()) {
      text.append(
          """
          mdevctl define --uuid %s --parent %s --jsonfile /dev/stdin <<'JSON'
          {"mdev_type": "%s", "start": "manual", "attrs": []}
          JSON
          mdevctl start --uuid %s
          """
              .formatted(
                  mdev.uuid(), Shell.word(mdev.parent().text()), json(mdev.type()), mdev.uuid()));
    }
    return text.append('\n').toString();
  }

  private static String json(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private String binding(DeviceRef device, Optional<String> driver) {
    if (driver.isEmpty()) {
      return StepCommands.unbind(device);
    }
    if (device instanceof PciAddress) {
      return "driverctl set-override " + device + " " + Shell.word(driver.get());
    }
    return StepCommands.bind(device, driver.get());
  }

  /** What the running host would miss is not taken by pasting. */
  private void guarded(DeviceRef device, String command, StringBuilder text) {
    Optional<String> use = facts.use(device);
    if (use.isEmpty()) {
      text.append(command).append('\n');
      return;
    }
    text.append(Shell.comment("The host uses " + device + ": " + use.get()))
        .append(Shell.comment(command));
    unsaid.add(device + " is used by the host (" + use.get() + "): its command is a comment");
  }
}
