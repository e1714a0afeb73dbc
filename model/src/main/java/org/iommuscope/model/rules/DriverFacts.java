package org.iommuscope.model.rules;

import java.util.List;
import org.iommuscope.model.attach.LiveDevice;
import org.iommuscope.model.verdict.Cause;
import org.iommuscope.model.verdict.Statement;

/** What drives the members of a group, as causes. */
final class DriverFacts {

  private DriverFacts() {}

  static List<Cause> of(List<LiveDevice> devices) {
    return devices.stream().map(DriverFacts::of).toList();
  }

  static Cause of(LiveDevice device) {
    return Cause.fact(
        device
            .driver()
            .known()
            .<Statement>map(driver -> new Statement.BoundTo(device.ref(), driver))
            .orElseGet(() -> new Statement.Driverless(device.ref())));
  }
}
