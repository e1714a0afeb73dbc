package org.iommuscope.app.cli;

import java.util.List;
import org.iommuscope.app.files.HostMark;
import org.iommuscope.app.files.PlanFile;
import org.iommuscope.model.diff.HostCheck;
import org.iommuscope.model.diff.HostChecks;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.HostTopology;

/** What of a host is other than a plan's file keeps of the host that it was made for. */
final class HostChecklist {

  private HostChecklist() {}

  /** The checklist, the host first; empty for a file that keeps nothing of its host. */
  static List<HostCheck> of(PlanFile file, HostTopology host, AssignmentPlan read) {
    return file.host()
        .flatMap(HostMark::sketch)
        .map(sketch -> HostChecks.of(sketch.of(read), host))
        .orElse(List.of());
  }

  /** Says what somebody should look at before the plan is carried out. */
  static void tell(PlanFile file, HostTopology host, Terminal terminal) {
    of(file, host, file.plan()).stream()
        .filter(HostCheck::isOpen)
        .forEach(check -> terminal.err().println("iommuscope: " + check.sentence()));
  }
}
