package org.iommuscope.app.ui.filter;

import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.PciFunction;

/** Which devices the host would miss. */
final class HostNeeds {

  private HostNeeds() {}

  /** Whether the capture shows that the host lives by the device. */
  static boolean needs(HostDevice device) {
    return device instanceof PciFunction function
        && function.bootVga().known().filter(boots -> boots).isPresent();
  }
}
