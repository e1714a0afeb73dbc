package org.iommuscope.model.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;

/** A refusal that somebody accepts: its step keeps its outcome and no longer counts. */
public record Waiver(
    String rule, Optional<DeviceRef> device, Optional<String> comment, Optional<LocalDate> until) {}
