package org.iommuscope.model.verdict;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;

/**
 * The answer to one step.
 *
 * @param index place among the verdict's steps
 * @param from the entry of the plan's sequence, or the guest's number where there is none
 * @param message the line that the plan's QEMU, or the shell that writes to sysfs, prints
 * @param hint the second line that QEMU adds
 * @param group the group that QEMU opens
 * @param backingGroup the group whose IOMMU isolation the device really uses
 * @param culprits the devices in the way, sorted
 */
public record StepVerdict(
    int index,
    int from,
    Action action,
    Optional<GuestName> guest,
    Optional<DeviceRef> device,
    Outcome outcome,
    Optional<At> at,
    Optional<Errno> errno,
    Optional<RuleId> rule,
    Optional<String> message,
    Optional<String> hint,
    List<String> kernelLog,
    Optional<GroupId> group,
    Optional<GroupId> backingGroup,
    Optional<Holder> heldBy,
    List<DeviceRef> culprits,
    List<Cause> because,
    List<Fix> fixes,
    boolean waived) {

  public StepVerdict {
    kernelLog = List.copyOf(kernelLog);
    culprits = culprits.stream().sorted().toList();
    because = List.copyOf(because);
    fixes = List.copyOf(fixes);
  }

  /** The same verdict with its reasons. */
  public StepVerdict because(List<Cause> reasons) {
    return new StepVerdict(
        index,
        from,
        action,
        guest,
        device,
        outcome,
        at,
        errno,
        rule,
        message,
        hint,
        kernelLog,
        group,
        backingGroup,
        heldBy,
        culprits,
        reasons,
        fixes,
        waived);
  }

  /** Whether this step alone makes its plan refused. */
  public boolean counts() {
    return outcome.isBad() && !waived;
  }
}
