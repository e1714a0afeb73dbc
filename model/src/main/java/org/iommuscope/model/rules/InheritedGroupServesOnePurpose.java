package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Errno;
import org.iommuscope.model.verdict.Finding;
import org.iommuscope.model.verdict.Objection;
import org.iommuscope.model.verdict.RuleId;
import org.iommuscope.model.verdict.Statement;

/**
 * Read strictly, a group that a parent lends to its mdev serves nothing else meanwhile, not even a
 * sibling in the same guest. A reading of the mails of 2019 that {@code inheritStrict} chooses.
 */
final class InheritedGroupServesOnePurpose implements Rule {

  static final RuleId ID = new RuleId("inherited-group-serves-one-purpose");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Finding examine(Situation situation) {
    if (!(situation.step() instanceof AttachStep.GetDevice get)
        || situation.device(get.wanted()).isEmpty()
        || !situation.circumstances().inheritStrict()) {
      return Finding.ALLOWED;
    }
    boolean mdev = situation.device(get.wanted()).get().isMdev();
    List<DeviceRef> others =
        situation.group().stream()
            .flatMap(group -> Holders.devicesOf(situation.state(), group).stream())
            .filter(other -> isMdev(situation, other) != mdev)
            .toList();
    if (others.isEmpty()) {
      return Finding.ALLOWED;
    }
    Cause[] causes =
        others.stream()
            .map(other -> Cause.fact(new Statement.UsedBeside(other, get.file().guest())))
            .toArray(Cause[]::new);
    return new Finding.Forbidden(
        Remedies.withdraw(Objection.of(ID, causes).with(Errno.EBUSY).blaming(others), situation));
  }

  private static boolean isMdev(Situation situation, DeviceRef device) {
    return situation.device(device).filter(LiveDevice::isMdev).isPresent();
  }
}
