package org.iommuscope.app.definitions;

import java.util.ArrayList;
import java.util.List;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.topology.HostTopology;

/** Domain XML of libvirt, by {@code docs/formatdomain.rst}; a file for each guest. */
final class LibvirtTarget implements Target {

  @Override
  public String word() {
    return "libvirt";
  }

  @Override
  public Definitions write(PlanFile plan, HostTopology host) {
    PlannedHost facts = new PlannedHost(host, plan.plan());
    FileNames names = new FileNames();
    List<Definition> files = new ArrayList<>();
    Unsaid all = new Unsaid();
    List<Guest> guests = plan.plan().guests();
    for (int at = 0; at < guests.size(); at++) {
      Unsaid unsaid = new Unsaid();
      if (at == 0) {
        unsaid.addWhatIsOfAll(plan, true, false);
      }
      // What is not said stands above what it was found at: the first writing finds it.
      new LibvirtWriter(facts, guests.get(at), unsaid).write(plan, at);
      String text = new LibvirtWriter(facts, guests.get(at), unsaid).write(plan, at);
      files.add(new Definition(names.file(guests.get(at).name()) + ".xml", text));
      all.addAll(unsaid.sentences());
    }
    return new Definitions(files, stream(files), all.sentences());
  }

  /** A document has one root; virsh takes a domain, so one alone has no other around it. */
  private static String stream(List<Definition> files) {
    if (files.size() == 1) {
      return files.getFirst().text();
    }
    StringBuilder stream = new StringBuilder("<domains>\n");
    files.forEach(file -> stream.append(file.text().indent(2)));
    return stream.append("</domains>\n").toString();
  }
}
