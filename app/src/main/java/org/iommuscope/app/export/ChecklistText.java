package org.iommuscope.app.export;

import java.util.List;
import java.util.stream.Collectors;
import org.iommuscope.model.diff.HostCheck;

/** The checklist by which a plan is held against a host, as lines for people. */
public final class ChecklistText {

  private ChecklistText() {}

  /** The host as a whole, and what is open; what is as it was is counted. */
  public static String of(List<HostCheck> checks) {
    if (checks.isEmpty()) {
      return "";
    }
    List<HostCheck> devices = checks.subList(1, checks.size());
    long same = devices.stream().filter(check -> !check.isOpen()).count();
    return checks.getFirst().sentence()
        + "\n"
        + devices.stream()
            .filter(HostCheck::isOpen)
            .map(check -> "  " + check.sentence() + "\n")
            .collect(Collectors.joining())
        + (same == 0 ? "" : "  " + same + " of the plan's devices are as they were\n");
  }
}
