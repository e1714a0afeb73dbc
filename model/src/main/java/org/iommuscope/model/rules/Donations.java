package org.iommuscope.model.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Statement;

/**
 * Parents that lend their group to their mdev: they keep their host driver and take part in the
 * isolation, so that they do not count against viability. Two designs of the mails of 2019: the
 * mdev's existence lends, or the wrapping driver does.
 */
public record Donations(AttachState state, Circumstances circumstances) {

  static Donations in(Situation situation) {
    return new Donations(situation.state(), situation.circumstances());
  }

  /** Whether an mdev on a driver is made from the device and in its group, and it agrees. */
  boolean forgive(LiveDevice donor) {
    return state.era().mdevs() == MdevDesign.GROUP_INHERITED
        && circumstances.annotation(donor.ref()).donates().orElse(true)
        && heir(donor).isPresent();
  }

  Cause explain(LiveDevice donor) {
    return Cause.fact(new Statement.Donates(donor.ref(), heir(donor).orElseThrow()));
  }

  /** The members of a group that are not on vfio-pci and do not count against it, with why. */
  public List<Cause> of(GroupId group) {
    List<Cause> causes = new ArrayList<>();
    for (LiveDevice member : members(group)) {
      if (forgive(member)) {
        causes.add(explain(member));
      } else if (isLentByDriver(member)) {
        causes.add(Cause.fact(new Statement.LentByDriver(member.ref(), Drivers.WRAPPER)));
      }
    }
    return causes;
  }

  private boolean isLentByDriver(LiveDevice member) {
    MdevDesign design = state.era().mdevs();
    return member.isOn(Drivers.WRAPPER)
        && (design == MdevDesign.GROUP_ATTACHED || design == MdevDesign.OPENS_COUNTED);
  }

  private Optional<DeviceRef> heir(LiveDevice donor) {
    return donor.group().known().stream()
        .flatMap(group -> members(group).stream())
        .filter(member -> member.isMdev() && state.isRegistered(member))
        .filter(mdev -> isBehind(mdev, donor))
        .map(LiveDevice::ref)
        .findFirst();
  }

  private boolean isBehind(LiveDevice mdev, LiveDevice donor) {
    return Backings.ofMdev(state, mdev, circumstances) instanceof Backing.DeviceGroup backing
        && backing.device().equals(donor.ref());
  }

  private List<LiveDevice> members(GroupId group) {
    return state.members(group).stream().flatMap(ref -> state.device(ref).stream()).toList();
  }
}
