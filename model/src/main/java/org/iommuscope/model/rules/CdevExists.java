package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * A device has a node of its own in {@code /dev/vfio/devices} from Linux 6.6 on, while a vfio
 * driver has it; noiommu devices have none. {@code vfio_device_add}, Linux 6.12.
 */
final class CdevExists implements Rule {

  static final RuleId ID = new RuleId("cdev-exists");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.OpenCdev(Handle file, DeviceRef ref))) {
      return Finding.ALLOWED;
    }
    if (!hasIommufd(situation)) {
      return refuse(situation, ref, new Statement.NoIommufd(version(situation)));
    }
    Optional<LiveDevice> device = situation.device(ref);
    if (device.filter(found -> isServed(situation, found)).isPresent()) {
      return Finding.ALLOWED;
    }
    if (device.filter(found -> found.driver().isUnread()).isPresent()) {
      return DriverQuestions.ask(ID, List.of(device.get()));
    }
    return refuse(
        situation,
        ref,
        device
            .map(DriverFacts::of)
            .map(Cause::statement)
            .orElseGet(() -> new Statement.NoSuchDevice(ref)));
  }

  private static boolean hasIommufd(Situation situation) {
    return situation.state().era().ownsDma() && situation.circumstances().kernel().isAtLeast(6, 6);
  }

  private static String version(Situation situation) {
    return situation.circumstances().kernel().toString();
  }

  private static boolean isServed(Situation situation, LiveDevice device) {
    boolean noiommu =
        device
            .group()
            .known()
            .filter(group -> situation.state().kindOf(group) == Membership.Kind.NOIOMMU)
            .isPresent();
    return situation.state().isRegistered(device) && !noiommu;
  }

  private static Finding refuse(Situation situation, DeviceRef device, Statement why) {
    Cause cause = new Cause(new Statement.NoCdev(device), List.of(Cause.fact(why)));
    Objection objection = Objection.of(ID, cause).with(Errno.ENOENT).blaming(List.of(device));
    Objection bound =
        why instanceof Statement.NoIommufd ? objection : Remedies.bindToVfio(objection, situation);
    return new Finding.Forbidden(Remedies.withdraw(bound, situation));
  }
}
