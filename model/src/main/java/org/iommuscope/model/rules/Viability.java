package org.iommuscope.model.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.attach.MdevDesign;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Statement;

/** Which members of a group do DMA for the host. */
final class Viability {

  private Viability() {}

  static List<LiveDevice> culprits(Situation situation, List<LiveDevice> members) {
    return members.stream().filter(member -> isCulprit(situation, member)).toList();
  }

  /** {@code vfio_dev_viable}, Linux 5.10; {@code driver_managed_dma}, 5.19 and later. */
  static boolean isCulprit(Situation situation, LiveDevice member) {
    AttachState state = situation.state();
    Optional<String> driver = member.driver().known();
    if (driver.isEmpty()) {
      return false;
    }
    return state.era().ownsDma()
        ? !Drivers.managesNoDma(driver.get())
        : !isAllowed(state, member, driver.get()) && !Donations.in(situation).forgive(member);
  }

  static boolean isUnknown(LiveDevice member) {
    return member.driver().isUnread();
  }

  /** Members without vfio driver that may stay are named too: they are what users wonder about. */
  static Cause explain(
      Situation situation, GroupId group, List<LiveDevice> members, List<LiveDevice> culprits) {
    List<Cause> premises = new ArrayList<>();
    for (LiveDevice culprit : culprits) {
      premises.add(Cause.fact(new Statement.InGroup(culprit.ref(), group)));
      premises.add(DriverFacts.of(culprit));
    }
    members.stream()
        .filter(Donations.in(situation)::forgive)
        .forEach(donor -> premises.add(Donations.in(situation).explain(donor)));
    members.stream()
        .filter(member -> member.isBridge() && !isCulprit(situation, member))
        .forEach(bridge -> premises.add(Cause.fact(new Statement.IsBridge(bridge.ref()))));
    return new Cause(
        new Statement.NotViable(group, culprits.stream().map(LiveDevice::ref).toList()), premises);
  }

  private static boolean isAllowed(AttachState state, LiveDevice member, String driver) {
    return member.isBridge()
        || driver.equals("pci-stub")
        || isCountedWrapper(state, driver)
        || state.isRegistered(member)
        || isLeaving(state, member);
  }

  private static boolean isLeaving(AttachState state, LiveDevice member) {
    return state.departures().stream().anyMatch(d -> d.leaving().contains(member.ref()));
  }

  /** The first draft wants the wrapper's siblings usable, and says nothing of how. */
  private static boolean isCountedWrapper(AttachState state, String driver) {
    return driver.equals(Drivers.WRAPPER) && state.era().mdevs() == MdevDesign.OPENS_COUNTED;
  }
}
