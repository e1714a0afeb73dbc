package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * The device's directory has a link {@code iommu_group}: QEMU's only source of the group. {@code
 * vfio_realize}, QEMU 5.2 to 10.0.
 */
final class DeviceHasGroup implements Rule {

  static final RuleId ID = new RuleId("device-has-group");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.FindGroup(DeviceRef device))) {
      return Finding.ALLOWED;
    }
    Reading<GroupId> group =
        situation.device(device).map(LiveDevice::group).orElse(Reading.absent());
    return switch (group) {
      case Reading.Present<GroupId> present -> Finding.ALLOWED;
      case Reading.Unread<GroupId> unread ->
          new Finding.Undecided(ID, List.of(Cause.fact(new Statement.GroupUnknown(device))));
      case Reading.Absent<GroupId> absent ->
          new Finding.Forbidden(
              Remedies.withdraw(
                  Objection.of(ID, why(situation, device))
                      .with(Errno.ENOENT)
                      .blaming(List.of(device)),
                  situation));
    };
  }

  /** That one device has none is another trouble than that the host has none. */
  private static Cause why(Situation situation, DeviceRef device) {
    Statement none = new Statement.InNoGroup(device);
    return situation.state().host().groups().isEmpty()
        ? new Cause(none, List.of(Cause.fact(new Statement.NoGroups())))
        : Cause.fact(none);
  }
}
