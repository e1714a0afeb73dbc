package org.iommuscope.model.rules;

import java.util.Optional;
import org.iommuscope.model.attach.AttachState;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.Drivers;
import org.iommuscope.model.topology.MdevType;

/** How many mdevs of a type a parent still makes. */
final class MdevInstances {

  private MdevInstances() {}

  /**
   * What the capture counted, less what was made since; none where nobody counts, as mtty of 5.10.
   */
  static Optional<Integer> left(AttachState state, AttachStep.CreateMdev create) {
    if (isWrapped(state, create)) {
      return Optional.of(1 - state.mdevsOf(create.parent()).size());
    }
    boolean mtty = create.type().startsWith("mtty-");
    if (mtty && !state.era().version().isAtLeast(5, 16)) {
      return Optional.empty();
    }
    int made = state.mdevsOf(create.parent()).size();
    int captured = state.host().mdevsOf(create.parent()).size();
    return counted(state, create).map(count -> count - (made - captured));
  }

  /** A wrapped function is one mdev. */
  static boolean isWrapped(AttachState state, AttachStep.CreateMdev create) {
    return state.device(create.parent()).filter(parent -> parent.isOn(Drivers.WRAPPER)).isPresent();
  }

  private static Optional<Integer> counted(AttachState state, AttachStep.CreateMdev create) {
    return Optional.ofNullable(state.host().mdevParents().get(create.parent())).stream()
        .flatMap(parent -> parent.types().stream())
        .filter(type -> type.id().equals(create.type()))
        .map(MdevType::availableInstances)
        .flatMap(reading -> reading.known().stream())
        .findFirst();
  }
}
