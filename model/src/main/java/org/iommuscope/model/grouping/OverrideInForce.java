package org.iommuscope.model.grouping;

import java.util.Optional;
import org.iommuscope.model.topology.HostTopology;

/** Whether the captured kernel took an ACS override from its command line. */
public final class OverrideInForce {

  private OverrideInForce() {}

  /**
   * The override that the captured kernel runs with. Only patched kernels know the parameter: the
   * log says so, or from Linux 6.1 on that it does not; without a log it is taken as in force.
   */
  public static Optional<AcsOverride> in(HostTopology host) {
    Optional<AcsOverride> asked = host.kernel().commandLine().known().flatMap(AcsOverride::in);
    boolean isRefused = host.sources().log().override().known().filter(took -> !took).isPresent();
    return isRefused ? Optional.empty() : asked;
  }
}
