package org.iommuscope.model.grouping;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.iommuscope.model.config.PortType;
import org.iommuscope.model.topology.PciAddress;

/**
 * Downstream ports of one switch that do not enforce. The kernel gives each its own group where
 * they are different devices of their bus, though the switch may lead requests from one to the
 * other past the IOMMU.
 */
final class SisterPorts {

  private SisterPorts() {}

  /** The nearest such port above a function, itself included; empty where there is none. */
  static Optional<PciAddress> portOf(WalkHost host, EnforcementRules rules, PciAddress function) {
    return host.function(function).stream()
        .flatMap(found -> Stream.concat(Stream.of(found), Ways.above(host, found).stream()))
        .filter(each -> isOpen(each, rules))
        .map(WalkFunction::address)
        .findFirst();
  }

  /** The other ports beside a port that are not in its group. */
  static List<PciAddress> of(WalkHost host, PciAddress port, SortedSet<PciAddress> group) {
    return host.all().stream()
        .filter(each -> each.isType(PortType.DOWNSTREAM_PORT))
        .map(WalkFunction::address)
        .filter(each ->
            each.segment() == port.segment() && each.bus() == port.bus() && !group.contains(each))
        .toList();
  }

  private static boolean isOpen(WalkFunction function, EnforcementRules rules) {
    return function.isType(PortType.DOWNSTREAM_PORT) && rules.of(function).answer() == Answer.NO;
  }
}
