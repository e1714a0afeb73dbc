package org.iommuscope.model.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.testing.RandomHosts;

/** Everything that a state tells but the tokens, as lines that can be compared. */
final class StateWords {

  private static final int MANY = 40;

  private StateWords() {}

  static String of(RandomHosts random, Simulation simulation) {
    AttachState state = simulation.end();
    List<String> lines = new ArrayList<>();
    for (DeviceRef device : random.host().devices().keySet()) {
      lines.add(device + " " + state.device(device) + state.device(device).map(state::usersOf));
    }
    for (GroupId group : random.host().groups().keySet()) {
      lines.add(
          group + " " + state.members(group) + state.vfioGroup(group) + state.domainOf(group));
    }
    for (Guest guest : random.plan().guests()) {
      lines.add(guest.name() + " " + state.filesOf(guest.name()));
    }
    IntStream.range(0, MANY).forEach(number -> lines.add(numbered(state, number)));
    lines.add("waiting " + state.departures());
    return String.join("\n", lines);
  }

  private static String numbered(AttachState state, int number) {
    boolean ofOutsider = state.container(number).filter(c -> c.groups().isEmpty()).isPresent();
    return number
        + " "
        + (ofOutsider ? "an empty container" : state.container(number))
        + state.iommufd(number);
  }
}
