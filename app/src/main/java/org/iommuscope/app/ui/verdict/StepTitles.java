package org.iommuscope.app.ui.verdict;

import java.util.Optional;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.simulation.ProfileComparison;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.StepVerdict;

/** What a step is about, whatever comes of it: {@code 0000:04:00.1 for guest B}. */
final class StepTitles {

  private StepTitles() {}

  static String of(StepVerdict step) {
    return of(step.action(), step.guest(), step.device());
  }

  static String of(ProfileComparison.Row row) {
    return of(row.action(), row.guest(), row.device());
  }

  private static String of(Action action, Optional<GuestName> guest, Optional<DeviceRef> device) {
    String what =
        device
            .map(ref -> action == Action.ATTACH ? ref.text() : action.word() + " " + ref)
            .orElse(action.word());
    String whom = device.isPresent() ? " for guest " : " guest ";
    return what + guest.map(name -> whom + name).orElse("");
  }
}
