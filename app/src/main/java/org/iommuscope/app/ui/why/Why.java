package org.iommuscope.app.ui.why;

import java.util.List;
import java.util.Optional;
import org.iommuscope.app.export.WhyText;
import org.iommuscope.app.workspace.Judgement;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.grouping.GroupReasons;
import org.iommuscope.model.grouping.Tie;
import org.iommuscope.model.plan.Dials;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;

/**
 * The reason for the group of a device, or for two to share one or not.
 *
 * @param devices the one or two that were asked about
 * @param text lines for people
 * @param marks the functions that are the reason
 */
public record Why(List<DeviceRef> devices, String text, List<WhyMark> marks) {

  public Why {
    devices = List.copyOf(devices);
    marks = List.copyOf(marks);
  }

  /** Why the first of these has its group, or the first two share one; milliseconds. */
  static Why of(Judgement judged, List<DeviceRef> asked) {
    HostTopology host = judged.host();
    Optional<AcsOverride> override =
        Dials.parameter(judged.session().plan().imagined(), Dials.ACS_OVERRIDE)
            .map(AcsOverride::parse);
    GroupPrediction prediction =
        override
            .map(words -> GroupPrediction.of(host, words))
            .orElseGet(() -> GroupPrediction.of(host));
    WhyText text = new WhyText(host, prediction, false);
    List<DeviceRef> devices = asked.stream().limit(2).toList();
    DeviceRef first = devices.getFirst();
    DeviceRef last = devices.getLast();
    String said = devices.size() == 1 ? text.of(first) : text.of(first, last);
    return new Why(devices, said, marks(prediction, devices));
  }

  private static List<WhyMark> marks(GroupPrediction prediction, List<DeviceRef> devices) {
    List<PciAddress> functions =
        devices.stream().filter(PciAddress.class::isInstance).map(PciAddress.class::cast).toList();
    if (functions.size() < devices.size()) {
      return List.of();
    }
    GroupReasons reasons = new GroupReasons(prediction);
    List<Tie> ties =
        functions.size() == 1
            ? reasons.ofGroup(functions.getFirst())
            : reasons.between(functions.getFirst(), functions.getLast());
    return ties.isEmpty() ? WhyMarks.parting(prediction, functions) : WhyMarks.of(prediction, ties);
  }
}
