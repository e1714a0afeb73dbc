package org.iommuscope.app.prediction;

import java.util.Optional;
import org.iommuscope.model.simulation.QemuProcess;

/** A QEMU that runs, and its version. */
record RunningQemu(QemuProcess process, Optional<String> version) {}
