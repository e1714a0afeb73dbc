package org.iommuscope.model.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;

/**
 * What a rule has against a step: which errno, because of whom, why, and what would help.
 *
 * @param errno none where QEMU refuses by itself
 * @param culprits the devices in the way, sorted
 * @param fixes ordered; the first one removes the objection
 * @param kernelLog lines that the kernel logs besides
 * @param holder the guest that holds what is wanted, and the device by which it does
 */
public record Objection(
    RuleId rule,
    Optional<Errno> errno,
    List<DeviceRef> culprits,
    List<Cause> because,
    List<Fix> fixes,
    List<String> kernelLog,
    Optional<Holding> holder) {

  /** A guest and the device by which it holds a group. */
  public record Holding(GuestName guest, DeviceRef device) {}

  public Objection {
    culprits = culprits.stream().sorted().distinct().toList();
    because = List.copyOf(because);
    fixes = List.copyOf(fixes);
    kernelLog = List.copyOf(kernelLog);
  }

  public static Objection of(RuleId rule, Cause... because) {
    return new Objection(
        rule,
        Optional.empty(),
        List.of(),
        List.of(because),
        List.of(),
        List.of(),
        Optional.empty());
  }

  public Objection with(Errno answer) {
    return new Objection(rule, Optional.of(answer), culprits, because, fixes, kernelLog, holder);
  }

  public Objection blaming(List<? extends DeviceRef> devices) {
    return new Objection(rule, errno, List.copyOf(devices), because, fixes, kernelLog, holder);
  }

  /** More of why. */
  public Objection because(List<Cause> reasons) {
    List<Cause> all = new ArrayList<>(because);
    all.addAll(reasons);
    return new Objection(rule, errno, culprits, all, fixes, kernelLog, holder);
  }

  public Objection logging(String line) {
    List<String> lines = new ArrayList<>(kernelLog);
    lines.add(line);
    return new Objection(rule, errno, culprits, because, fixes, lines, holder);
  }

  public Objection heldBy(Holding who) {
    return new Objection(rule, errno, culprits, because, fixes, kernelLog, Optional.of(who));
  }

  public Objection fixedBy(List<? extends PlanChange> changes) {
    List<Fix> more = new ArrayList<>(fixes);
    changes.forEach(change -> more.add(new Fix(change)));
    return new Objection(rule, errno, culprits, because, more, kernelLog, holder);
  }

  public Objection fixedBy(PlanChange change) {
    return fixedBy(List.of(change));
  }
}
