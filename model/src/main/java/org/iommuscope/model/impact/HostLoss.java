package org.iommuscope.model.impact;

import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostUse;

/**
 * A use of a device that the host would lose.
 *
 * @param because why the device leaves the host: {@code guest A gets it}
 */
public record HostLoss(DeviceRef device, HostUse use, String because) {}
