package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Statement;

/**
 * Parents that lend their group to their mdev: they keep their host driver and take part in the
 * isolation, so that they do not count against viability. The other design of the mails of 2019.
 */
final class Donations {

  private Donations() {}

  /** Whether an mdev on a driver is made from the device and in its group, and it agrees. */
  static boolean forgives(Situation situation, LiveDevice donor) {
    return situation.state().era().mdevs() == MdevDesign.GROUP_INHERITED
        && situation.circumstances().annotation(donor.ref()).donates().orElse(true)
        && heir(situation, donor).isPresent();
  }

  static Cause explain(Situation situation, LiveDevice donor) {
    DeviceRef heir = heir(situation, donor).orElseThrow();
    return Cause.fact(new Statement.Donates(donor.ref(), heir));
  }

  private static Optional<DeviceRef> heir(Situation situation, LiveDevice donor) {
    return donor.group().known().stream()
        .flatMap(group -> situation.members(group).stream())
        .filter(member -> member.isMdev() && situation.state().isRegistered(member))
        .filter(mdev -> isBehind(situation, mdev, donor))
        .map(LiveDevice::ref)
        .findFirst();
  }

  private static boolean isBehind(Situation situation, LiveDevice mdev, LiveDevice donor) {
    return Backings.ofMdev(situation.state(), mdev, situation.circumstances())
            instanceof Backing.DeviceGroup backing
        && backing.device().equals(donor.ref());
  }
}
