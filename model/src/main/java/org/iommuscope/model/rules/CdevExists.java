package org.iommuscope.model.rules;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Handle;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.Membership;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
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
    if (device.filter(found -> found.group().isUnread()).isPresent()) {
      return new Finding.Undecided(ID, List.of(Cause.fact(new Statement.GroupUnknown(ref))));
    }
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
            .map(found -> lacking(situation, found))
            .orElseGet(() -> new Statement.NoSuchDevice(ref)));
  }

  private static Statement lacking(Situation situation, LiveDevice device) {
    Optional<GroupId> group = device.group().known();
    if (group.isEmpty()) {
      return new Statement.InNoGroup(device.ref());
    }
    return isWithoutIommu(situation, device)
        ? new Statement.NoiommuNode(group.get())
        : DriverFacts.of(device).statement();
  }

  private static boolean hasIommufd(Situation situation) {
    boolean recent =
        situation.state().era().ownsDma() && situation.circumstances().kernel().isAtLeast(6, 6);
    return recent && situation.circumstances().isBuiltWithIommufd();
  }

  private static String version(Situation situation) {
    return situation.circumstances().kernel().toString();
  }

  private static boolean isServed(Situation situation, LiveDevice device) {
    return situation.state().isRegistered(device) && !isWithoutIommu(situation, device);
  }

  private static boolean isWithoutIommu(Situation situation, LiveDevice device) {
    return device
        .group()
        .known()
        .filter(group -> situation.state().kindOf(group) == Membership.Kind.NOIOMMU)
        .isPresent();
  }

  private static Finding refuse(Situation situation, DeviceRef device, Statement why) {
    Cause cause = new Cause(new Statement.NoCdev(device), List.of(Cause.fact(why)));
    Objection objection = Objection.of(ID, cause).with(Errno.ENOENT).blaming(List.of(device));
    Objection bound =
        why instanceof Statement.OfDevice ? Remedies.bindToVfio(objection, situation) : objection;
    return new Finding.Forbidden(Remedies.withdraw(bound, situation));
  }
}
