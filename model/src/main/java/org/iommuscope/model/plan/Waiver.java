package org.iommuscope.model.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;

/**
 * A refusal that somebody accepts: its step keeps its outcome and no longer counts.
 *
 * @param device none for every device
 * @param until the last day on which it holds; none for ever
 */
public record Waiver(
    String rule, Optional<DeviceRef> device, Optional<String> comment, Optional<LocalDate> until) {

  /** Whether its last day has passed. */
  public boolean isExpiredOn(LocalDate day) {
    return until.filter(day::isAfter).isPresent();
  }
}
