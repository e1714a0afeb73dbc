package org.iommuscope.model.diff;

import java.util.Optional;
import org.iommuscope.model.topology.DeviceRef;

/**
 * A fact that both captures tell, and tell differently.
 *
 * @param device by its name in the second capture; none for a fact of the host
 * @param before empty where the host had no such thing
 * @param after empty where the host has no such thing
 */
public record AttributeChange(
    Optional<DeviceRef> device,
    String attribute,
    Optional<String> before,
    Optional<String> after) {}
