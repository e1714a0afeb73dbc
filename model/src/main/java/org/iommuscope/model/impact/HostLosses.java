package org.iommuscope.model.impact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.HostUse;
import org.iommuscope.model.topology.HostUses;

/**
 * What the running host would lose if a plan were carried out. It warns; no verdict depends on it.
 *
 * @param losses the gravest first
 * @param leaving every device that the plan takes from the host, with the reason
 * @param uses what the capture says, and does not say, of uses
 */
public record HostLosses(
    List<HostLoss> losses, SequencedMap<DeviceRef, String> leaving, HostUses uses) {

  private static final Comparator<HostLoss> GRAVEST_FIRST =
      Comparator.comparing(HostLoss::use, HostUse.GRAVEST_FIRST).thenComparing(HostLoss::device);

  public HostLosses {
    losses = List.copyOf(losses);
    leaving = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(leaving));
  }

  /** The losses of a plan on a host. */
  public static HostLosses of(HostTopology host, AssignmentPlan plan) {
    SequencedMap<DeviceRef, String> leaving = Departing.of(host, plan);
    List<HostLoss> losses = new ArrayList<>();
    leaving.forEach((device, because) ->
        host.uses().of(device).forEach(use -> losses.add(new HostLoss(device, use, because))));
    losses.sort(GRAVEST_FIRST);
    return new HostLosses(losses, leaving, host.uses());
  }

  /** What is lost with one device. */
  public List<HostLoss> of(DeviceRef device) {
    return losses.stream().filter(loss -> loss.device().equals(device)).toList();
  }

  /** Each loss as a sentence, the gravest first. */
  public List<String> sentences() {
    return losses.stream().map(HostLosses::say).toList();
  }

  /** What cannot be told of the losses, as sentences; none where the plan takes no device. */
  public List<String> gaps() {
    if (leaving.isEmpty()) {
      return List.of();
    }
    List<String> gaps = new ArrayList<>();
    uses.untraced().forEach(each -> gaps.add(each + ", which no captured device carries"));
    if (!uses.notCaptured().isEmpty()) {
      gaps.add("not captured: " + String.join(", ", notCaptured()));
    }
    return List.copyOf(gaps);
  }

  /** One loss as a sentence: what, with which device, why it counts and why the device leaves. */
  public static String say(HostLoss loss) {
    return loss.use().label()
        + " with "
        + loss.device()
        + ": "
        + loss.use().because()
        + " ("
        + loss.use().source()
        + "); "
        + loss.because();
  }

  private List<String> notCaptured() {
    return uses.notCaptured().entrySet().stream()
        .map(kind -> kind.getKey().word() + " (" + String.join(", ", kind.getValue()) + ")")
        .toList();
  }
}
