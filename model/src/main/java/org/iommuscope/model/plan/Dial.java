package org.iommuscope.model.plan;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/** A turn of one what-if dial, as a value. */
public sealed interface Dial {

  /**
   * Another number of VFs.
   *
   * @param now how many the captured host has; the same number turns the dial back
   */
  record Vfs(PciAddress pf, int now, int count) implements Dial {}

  /** Another driver, or none; unread turns the dial back. */
  record Driver(DeviceRef device, Reading<String> driver) implements Dial {}

  /** An ACS override, as {@code downstream,multifunction}; empty turns the dial back. */
  record Override(Optional<String> words) implements Dial {}

  /** Another kernel, by its release; empty turns the dial back. */
  record Kernel(Optional<String> release) implements Dial {}

  /** A card in the slot of another bridge; empty turns the dial back. */
  record Card(PciAddress device, Optional<PciAddress> below) implements Dial {}

  /** One more mdev. */
  record MoreMdev(PlannedMdev mdev) implements Dial {}

  /** An mdev less, imagined or the host's. */
  record LessMdev(MdevUuid uuid) implements Dial {}

  /** One imagined step less. */
  record Without(PlanStep step) implements Dial {}

  /** Nothing is imagined any more. */
  record Off() implements Dial {}

  /** The plan with this dial turned. */
  default AssignmentPlan applyTo(AssignmentPlan plan) {
    return switch (this) {
      case Vfs(var pf, int now, int count) -> Dials.vfs(plan, pf, now, count);
      case Driver(var device, var driver) -> Dials.driver(plan, device, driver);
      case Override(var words) -> Dials.parameter(plan, Dials.ACS_OVERRIDE, words);
      case Kernel(var release) -> Dials.parameter(plan, Dials.KERNEL, release);
      case Card(var device, var below) -> Dials.card(plan, device, below);
      case MoreMdev(var mdev) -> Dials.mdev(plan, mdev);
      case LessMdev(var uuid) -> Dials.withoutMdev(plan, uuid);
      case Without(var step) -> Dials.without(plan, step);
      case Off off -> Dials.off(plan);
    };
  }
}
