package org.iommuscope.model.topology;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the kernel's log says of how groups were formed; sysfs does not show it.
 *
 * @param joined the functions in the order in which they joined their groups, as far as logged
 * @param aliases further functions of its bus whose requester ID a function uses, by quirk or
 *     firmware, each as device × 8 + function
 * @param override whether the kernel took {@code pcie_acs_override}, or said that it does not know
 *     it
 * @param chipsetIsolated root ports whose chipset was set up to isolate them
 */
public record BootLog(
    List<PciAddress> joined,
    Map<PciAddress, Set<Integer>> aliases,
    Reading<Boolean> override,
    Set<PciAddress> chipsetIsolated) {

  /** A log that was not captured. */
  public static final BootLog UNREAD = new BootLog(List.of(), Map.of(), Reading.unread(), Set.of());

  public BootLog {
    joined = List.copyOf(joined);
    aliases = Map.copyOf(aliases);
    chipsetIsolated = Set.copyOf(chipsetIsolated);
  }
}
