package org.iommuscope.app.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/**
 * Configurations of Proxmox VE, {@code qm.conf(5)}, one for each guest, and the resource mappings
 * that may stand for their addresses.
 */
final class ProxmoxTarget implements Target {

  private static final int FIRST_NUMBER = 100;

  @Override
  public String word() {
    return "proxmox";
  }

  @Override
  public Definitions write(PlanFile plan, HostTopology host) {
    PlannedHost facts = new PlannedHost(host, plan.plan());
    FileNames names = new FileNames();
    Unsaid all = new Unsaid();
    Map<PciAddress, PciFunction> mapped = new TreeMap<>();
    List<Definition> files = new ArrayList<>();
    List<Guest> guests = plan.plan().guests();
    for (int at = 0; at < guests.size(); at++) {
      Unsaid unsaid = new Unsaid();
      if (at == 0) {
        unsaid.addWhatIsOfAll(plan, true, true);
        unsaid.add(
            "the numbers of the guests, which begin at "
                + FIRST_NUMBER
                + " here: rename the files");
        unsaid.addArchitecture(host, "Proxmox VE", Set.of(GuestMachine.X86));
      }
      ProxmoxWriter writer = new ProxmoxWriter(facts, guests.get(at), FIRST_NUMBER + at, unsaid);
      String name = names.label(guests.get(at).name());
      files.add(new Definition(FIRST_NUMBER + at + ".conf", writer.write(plan, at, name)));
      writer.functions().forEach(function -> mapped.put(function.address(), function));
      all.addAll(unsaid.sentences());
    }
    if (!mapped.isEmpty()) {
      all.add(
          "the node's name in pci.cfg, which is NODE there; hostpciN: mapping=NAME uses a mapping");
      files.add(new Definition("pci.cfg", mappings(mapped)));
    }
    return Definitions.of(files, all.sentences());
  }

  /** Sections of {@code /etc/pve/mapping/pci.cfg}. */
  private static String mappings(Map<PciAddress, PciFunction> functions) {
    StringBuilder text =
        new StringBuilder("# For /etc/pve/mapping/pci.cfg; set node= to the node's name.\n");
    for (PciFunction function : functions.values()) {
      text.append(name(function.address())).append("\n\tmap id=").append(pair(function));
      function
          .group()
          .known()
          .map(GroupId::number)
          .ifPresent(group -> text.append(",iommugroup=").append(group));
      text.append(",node=NODE,path=").append(function.address());
      if (function.ids().subsystemVendor().known().isPresent()
          && function.ids().subsystemDevice().known().isPresent()) {
        text.append(
            ",subsystem-id=%04x:%04x"
                .formatted(
                    function.ids().subsystemVendor().known().get(),
                    function.ids().subsystemDevice().known().get()));
      }
      text.append("\n\n");
    }
    return text.toString();
  }

  private static String pair(PciFunction function) {
    return "%04x:%04x"
        .formatted(
            function.ids().vendor().known().orElse(0), function.ids().device().known().orElse(0));
  }

  private static String name(PciAddress address) {
    return "pci-" + address.text().replaceAll("[:.]", "-");
  }
}
