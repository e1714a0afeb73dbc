package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A function that vfio-mdev-pci wraps is known to vfio so that its group is viable, and is opened
 * as its mdev only. Proposed as a dummy {@code vfio_device_ops} in the vfio-mdev-pci series,
 * version 2.
 */
final class WrappedFunctionIsUsedAsMdev implements Rule {

  static final RuleId ID = new RuleId("wrapped-function-is-used-as-mdev");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.GetDevice get)
        || situation.device(get.wanted()).filter(d -> d.isOn(Drivers.WRAPPER)).isEmpty()) {
      return Finding.ALLOWED;
    }
    DeviceRef device = get.wanted();
    Objection objection =
        Objection.of(ID, Cause.fact(new Statement.UsedAsMdev(device)))
            .with(Errno.ENODEV)
            .blaming(List.of(device))
            .logging("vfio-mdev-pci " + device + ": use the mdev of this device");
    return new Finding.Forbidden(
        Remedies.withdraw(objection.fixedBy(useMdev(situation, device)), situation));
  }

  /** To give the guest the mdev of the function in its stead, where there is one to be had. */
  private static List<PlanChange> useMdev(Situation situation, DeviceRef device) {
    Optional<DeviceRef> mdev =
        situation.state().mdevsOf(device).stream()
            .filter(made -> situation.state().groupOf(made).isPresent())
            .filter(made ->
                situation.state().groupOf(made).flatMap(situation.state()::vfioGroup).isEmpty())
            .findFirst();
    return situation
        .wanted()
        .map(wanted -> wanted.guest().name())
        .flatMap(guest ->
            mdev.<PlanChange>map(made ->
                new PlanChange.Together(
                    List.of(
                        new PlanChange.Withdraw(guest, device),
                        new PlanChange.Assign(guest, made)))))
        .stream()
        .toList();
  }
}
