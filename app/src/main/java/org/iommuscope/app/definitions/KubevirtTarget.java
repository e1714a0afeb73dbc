package org.iommuscope.app.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.topology.HostTopology;

/**
 * A VirtualMachine of KubeVirt for each guest, and the {@code permittedHostDevices} that give names
 * to their devices.
 */
final class KubevirtTarget implements Target {

  @Override
  public String word() {
    return "kubevirt";
  }

  @Override
  public Definitions write(PlanFile plan, HostTopology host) {
    PlannedHost facts = new PlannedHost(host, plan.plan());
    GuestMachine machine = GuestMachine.of(host.kernel());
    KubevirtNames resources = new KubevirtNames(facts);
    FileNames names = new FileNames();
    Unsaid all = new Unsaid();
    List<Definition> files = new ArrayList<>();
    List<Guest> guests = plan.plan().guests();
    for (int at = 0; at < guests.size(); at++) {
      Unsaid unsaid = new Unsaid();
      if (at == 0) {
        unsaid.addWhatIsOfAll(plan, false, false);
        unsaid.addArchitecture(
            host, "KubeVirt", Set.of(GuestMachine.X86, GuestMachine.ARM, GuestMachine.S390));
      }
      String name = names.label(guests.get(at).name());
      String text =
          new KubevirtWriter(guests.get(at), machine, resources, unsaid).write(plan, at, name);
      files.add(new Definition("vm-" + name + ".yaml", text));
      all.addAll(unsaid.sentences());
    }
    if (!resources.isEmpty()) {
      files.add(new Definition("kubevirt.yaml", resources.manifest()));
    }
    return Definitions.of(files, all.sentences());
  }
}
