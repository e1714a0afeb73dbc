package org.iommuscope.app.prediction;

import java.util.Optional;
import org.iommuscope.model.plan.Guest;

/** A QEMU that runs: the guest with the devices it was given, and its version. */
record RunningQemu(Guest guest, Optional<String> version) {}
