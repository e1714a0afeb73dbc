package org.iommuscope.app.definitions;

import java.util.List;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.app.files.PlanNote;
import org.iommuscope.model.topology.HostTopology;

/**
 * A shell script that prepares the host and goes through the steps of a plan: driverctl, mdevctl,
 * sysfs and virsh. What reboots the host or takes from it what it uses is a comment.
 */
final class CommandsTarget implements Target {

  @Override
  public String word() {
    return "commands";
  }

  @Override
  public boolean needsGuests() {
    return false;
  }

  @Override
  public Definitions write(PlanFile plan, HostTopology host) {
    PlannedHost facts = new PlannedHost(host, plan.plan());
    Unsaid unsaid = new Unsaid();
    unsaid.addWhatOnlyJudges(plan);
    if (!plan.plan().guests().isEmpty()) {
      unsaid.add("the guests themselves; the export to libvirt or qemu defines them");
    }
    String boot = new BootSettings(facts).text();
    String preparation = new Preparation(facts, unsaid).text();
    String steps = new StepCommands(facts, unsaid).text();
    String script =
        "#!/bin/sh\n"
            + "# iommuscope-commands: read each step before you run it, as root.\n"
            + unsaid.comments("# ")
            + "# iommuscope-plan: "
            + PlanNote.ofAll(plan)
            + "\nset -eu\n\n"
            + boot
            + preparation
            + steps;
    return new Definitions(
        List.of(new Definition("commands.sh", script)), script, unsaid.sentences());
  }
}
