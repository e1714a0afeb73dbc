package org.iommuscope.model.grouping;

import java.util.Optional;
import org.iommuscope.model.config.DecodedConfig;
import org.iommuscope.model.config.PortType;
import org.iommuscope.model.topology.ConfigSpace;
import org.iommuscope.model.topology.IommuKind;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;

/** Asks the rows of {@link AcsQuirk} in their order; the first that answers counts. */
final class QuirkRules {

  /** The chipset's bridge, function 1f.0 of its bus, and its register of that name. */
  private static final int CHIPSET_DEVICE = 0x1f;

  private static final int ROOT_COMPLEX_BASE = 0xf0;

  private final WalkHost host;
  private final boolean hasLaterRows;
  private final boolean isAmd;

  QuirkRules(WalkHost host) {
    this.host = host;
    this.hasLaterRows = host.host().kernel().isAtLeast(5, 11).orElse(true);
    this.isAmd = host.host().kernel().iommu().known().filter(IommuKind.AMD::equals).isPresent();
  }

  Optional<Enforcement> of(WalkFunction function) {
    int vendor = function.vendor();
    for (AcsQuirk row : AcsQuirk.TABLE) {
      if (row.ids().vendor() == vendor && (hasLaterRows || !row.isLater())) {
        Optional<Enforcement> answer = ask(row, function);
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Enforcement> ask(AcsQuirk row, WalkFunction function) {
    boolean isListed = row.ids().has(function.vendor(), function.device());
    return switch (row.effect()) {
      case YES -> when(isListed);
      case YES_ROOT_PORT -> when(isListed && function.isType(PortType.ROOT_PORT));
      case YES_AMD_SOUTHBRIDGE ->
          when(isListed && isAmd && function.isMulti() && function.up().isEmpty());
      case YES_INTEGRATED -> when(function.isType(PortType.ROOT_COMPLEX_ENDPOINT));
      case PCH_ROOT_PORT ->
          isListed && function.isType(PortType.ROOT_PORT)
              ? Optional.of(chipset(function))
              : Optional.empty();
      case PCH_WIDE_REGISTERS ->
          isListed && function.isType(PortType.ROOT_PORT) ? wide(function) : Optional.empty();
      case LISTED_PORTS -> isPort(function) ? Optional.of(listed(isListed)) : Optional.empty();
      case LISTED -> Optional.of(listed(isListed));
    };
  }

  private static Optional<Enforcement> when(boolean applies) {
    return applies ? Optional.of(listed(true)) : Optional.empty();
  }

  private static Enforcement listed(boolean isListed) {
    return isListed
        ? new Enforcement(Answer.YES, "is known to the kernel to isolate without ACS")
        : new Enforcement(
            Answer.NO, "is known to the kernel not to isolate, whatever its ACS says");
  }

  private static boolean isPort(WalkFunction function) {
    return function.isType(PortType.ROOT_PORT) || function.isType(PortType.DOWNSTREAM_PORT);
  }

  private Enforcement chipset(WalkFunction function) {
    if (host.host().sources().log().chipsetIsolated().contains(function.address())) {
      return new Enforcement(Answer.YES, "was set up to isolate through its chipset");
    }
    PciAddress at = function.address();
    Optional<ConfigSpace> bridge =
        host.function(new PciAddress(at.segment(), at.bus(), CHIPSET_DEVICE, 0))
            .map(WalkFunction::function)
            .map(PciFunction::config)
            .flatMap(config -> config.known())
            .filter(config -> config.length() > ROOT_COMPLEX_BASE);
    return bridge
        .map(config -> (config.byteAt(ROOT_COMPLEX_BASE) & 1) != 0)
        .map(isSetUp ->
            isSetUp
                ? new Enforcement(Answer.YES, "is set up to isolate through its chipset")
                : new Enforcement(Answer.NO, "could not be set up through its chipset"))
        .orElseGet(() ->
            new Enforcement(
                Answer.UNKNOWN,
                "may be set up through its chipset, whose config was not captured"));
  }

  /** The control word stands where the standard has nothing: 8 bytes after the capability. */
  private static Optional<Enforcement> wide(WalkFunction function) {
    Optional<ConfigSpace> space = function.function().config().known();
    return function
        .config()
        .known()
        .flatMap(config -> acsOffset(config))
        .flatMap(at ->
            space
                .filter(bytes -> bytes.length() > at + 9)
                .map(bytes ->
                    EnforcementRules.byWords(
                        at,
                        bytes.byteAt(at + 4) | bytes.byteAt(at + 5) << 8,
                        bytes.byteAt(at + 8) | bytes.byteAt(at + 9) << 8,
                        "")))
        .or(() -> inWords(function));
  }

  /** What lspci prints as ACSCtl is the upper half of the capability here. */
  private static Optional<Enforcement> inWords(WalkFunction function) {
    return function.isInWords() && function.acs().known().isPresent()
        ? Optional.of(
            new Enforcement(
                Answer.UNKNOWN, "keeps its ACS control where lspci does not look for it"))
        : Optional.empty();
  }

  private static Optional<Integer> acsOffset(DecodedConfig config) {
    return config.acs().known().map(acs -> acs.offset());
  }
}
