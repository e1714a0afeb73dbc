package org.iommuscope.app.export;

import java.util.List;
import java.util.stream.Collectors;
import org.iommuscope.model.diff.HostCheck;
import org.iommuscope.model.diff.HostSketch;
import org.iommuscope.model.topology.DeviceRef;

/** The checklist by which a plan is held against a host, as lines for people. */
public final class ChecklistText {

  private ChecklistText() {}

  /** What {@code validate} holds against the host again, a sentence for each device. */
  public static List<String> toCheck(HostSketch sketch) {
    return sketch.devices().stream().map(ChecklistText::toCheck).toList();
  }

  private static String toCheck(HostSketch.Device device) {
    String mates =
        device.mates().isEmpty()
            ? " alone"
            : " with "
                + device.mates().stream().map(DeviceRef::text).collect(Collectors.joining(", "));
    return device.device()
        + device.ids().map(ids -> " is " + ids).orElse(" is there")
        + device.slot().map(slot -> " at " + slot).orElse("")
        + device.group().map(group -> ", in group " + group + mates).orElse(", in no group");
  }

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
