package org.iommuscope.model.grouping;

import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.config.Acs;
import org.iommuscope.model.config.DecodedConfig;
import org.iommuscope.model.config.PortType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.Reading;

/**
 * What the walk asks of one function.
 *
 * @param acs its ACS, by its config space or else by a text's words
 * @param up the bridge above; that of its PF for a VF; none on a root bus
 * @param real the function of Intel's VMD behind which it is
 * @param express whether it is a function of PCI Express
 * @param type its device/port type, corrected by what is above it
 * @param isMulti whether the kernel counts its device as multifunction
 * @param isCovered whether the IOMMU driver has accepted it
 * @param aliases further functions of its bus whose requester ID it uses
 */
record WalkFunction(
    PciFunction function,
    Reading<DecodedConfig> config,
    Reading<Acs> acs,
    Optional<PciAddress> up,
    Optional<PciAddress> real,
    Answer express,
    Optional<PortType> type,
    boolean isVf,
    boolean isMulti,
    boolean isCovered,
    Set<Integer> aliases) {

  PciAddress address() {
    return function.address();
  }

  int devfn() {
    return address().device() << 3 | address().function();
  }

  int vendor() {
    return function.ids().vendor().known().orElse(-1);
  }

  int device() {
    return function.ids().device().known().orElse(-1);
  }

  boolean isType(PortType asked) {
    return type.filter(asked::equals).isPresent();
  }

  /** Whether requests from below leave with the bridge's requester ID. */
  boolean changesRequesterId() {
    return function.isBridge()
        && (express == Answer.NO
            || isType(PortType.PCIE_TO_PCI_BRIDGE)
            || isType(PortType.PCI_TO_PCIE_BRIDGE));
  }

  /** Whether it uses a requester ID beside its own; nearly no function does. */
  boolean mayAlias() {
    return !aliases.isEmpty() || real.isPresent();
  }

  /** Whether what is known of its ACS stands in words only, which are no register. */
  boolean isInWords() {
    return config.isUnread() && !acs.isUnread();
  }

  boolean isSameSlot(WalkFunction other) {
    return devfn() >> 3 == other.devfn() >> 3;
  }
}
