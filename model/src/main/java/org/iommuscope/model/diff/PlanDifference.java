package org.iommuscope.model.diff;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.impact.HostLoss;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.verdict.Action;
import org.iommuscope.model.verdict.Outcome;

/** One thing in which a second plan differs from a first, on the same host. */
public sealed interface PlanDifference {

  /** The answer to the whole plan. */
  record Answered(Outcome first, Outcome second) implements PlanDifference {}

  /** The host keeps with the second plan what the first takes from it. */
  record Frees(DeviceRef device) implements PlanDifference {}

  /**
   * The host keeps with the first plan what the second takes from it.
   *
   * @param guests who gets it; none where it only leaves along with others
   */
  record Takes(DeviceRef device, List<GuestName> guests) implements PlanDifference {
    public Takes {
      guests = List.copyOf(guests);
    }
  }

  /** The host loses a use by the second plan alone. */
  record Costs(HostLoss loss) implements PlanDifference {}

  /** The host loses a use by the first plan alone. */
  record Spares(HostLoss loss) implements PlanDifference {}

  record GuestGone(GuestName guest) implements PlanDifference {}

  record GuestNew(GuestName guest) implements PlanDifference {}

  /** A device has another guest, or several, or none, and the host has it by neither plan. */
  record Given(DeviceRef device, List<GuestName> first, List<GuestName> second)
      implements PlanDifference {
    public Given {
      first = List.copyOf(first);
      second = List.copyOf(second);
    }
  }

  /**
   * A device begins with another driver.
   *
   * @param first the driver's name, {@code no driver}, or {@code its driver as captured}
   */
  record Bound(DeviceRef device, String first, String second) implements PlanDifference {}

  /** A step that both plans have ends otherwise. */
  record Stepped(
      Action action,
      Optional<GuestName> guest,
      Optional<DeviceRef> device,
      Outcome first,
      Outcome second)
      implements PlanDifference {}

  /** Something else that the plans say in different ways: {@code the order of the steps}. */
  record Said(String what) implements PlanDifference {}
}
