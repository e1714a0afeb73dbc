package org.iommuscope.model.grouping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iommuscope.model.config.Acs;
import org.iommuscope.model.config.PortType;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.Reading;

/**
 * Which functions count as keeping their peers out of reach: {@code pci_acs_enabled} of Linux 5.10
 * to 7.2, asked for the four services that groups need.
 */
final class EnforcementRules {

  /** {@code REQ_ACS_FLAGS}: source validation, request and completion redirect, forwarding. */
  static final int NEEDED = 0x1d;

  private static final int EVENT_COLLECTOR_CLASS = 0x0807;

  private final QuirkRules quirks;
  private final AcsOverride override;
  private final Set<PciAddress> assumed;
  private final Map<PciAddress, Enforcement> known = new HashMap<>();
  private boolean isAllTold = true;

  /**
   * @param assumed functions that are taken to enforce, whatever they are
   */
  EnforcementRules(WalkHost host, AcsOverride override, Set<PciAddress> assumed) {
    this.quirks = new QuirkRules(host);
    this.override = override;
    this.assumed = Set.copyOf(assumed);
  }

  Enforcement of(WalkFunction function) {
    Enforcement before = known.get(function.address());
    if (before != null) {
      return before;
    }
    Enforcement found = decide(function);
    known.put(function.address(), found);
    isAllTold &= found.answer() != Answer.UNKNOWN;
    return found;
  }

  /** Whether the capture told of every function that was asked about so far. */
  boolean isAllTold() {
    return isAllTold;
  }

  private Enforcement decide(WalkFunction function) {
    if (assumed.contains(function.address())) {
      return new Enforcement(Answer.YES, "is taken to isolate");
    }
    return quirks.of(function).or(() -> overridden(function)).orElseGet(() -> byHardware(function));
  }

  private Enforcement byHardware(WalkFunction function) {
    if (function.express() == Answer.NO) {
      return new Enforcement(Answer.NO, "is a conventional function, which has no ACS");
    }
    if (function.express() == Answer.UNKNOWN || function.type().isEmpty()) {
      return withoutType(function);
    }
    return switch (function.type().get()) {
      case PCIE_TO_PCI_BRIDGE, PCI_TO_PCIE_BRIDGE, EVENT_COLLECTOR ->
          new Enforcement(
              Answer.NO,
              "is a " + function.type().get().words() + ", for which ACS does not count");
      case ROOT_PORT, DOWNSTREAM_PORT -> byAcs(function);
      case ENDPOINT, LEGACY_ENDPOINT, UPSTREAM_PORT, ROOT_COMPLEX_ENDPOINT ->
          function.isMulti() ? byAcs(function) : single(function);
      case RESERVED -> new Enforcement(Answer.YES, "is of a type that ACS does not know");
    };
  }

  /**
   * Words do not say whether more functions could be there; of one on whose way others are, that
   * counts.
   */
  private static Enforcement single(WalkFunction function) {
    boolean mayBeMulti = function.config().isUnread() && function.isType(PortType.UPSTREAM_PORT);
    return mayBeMulti && byAcs(function).answer() != Answer.YES ? notCaptured() : alone();
  }

  private static Enforcement alone() {
    return new Enforcement(Answer.YES, "is the only function of its device");
  }

  /** An ordinary user's capture ends before the type; a single endpoint needs none. */
  private static Enforcement withoutType(WalkFunction function) {
    boolean isEndpoint =
        !function.function().isBridge()
            && function.function().header().known().isPresent()
            && function.express() == Answer.YES
            && function
                .function()
                .ids()
                .classCode()
                .known()
                .filter(code -> code >> 8 != EVENT_COLLECTOR_CLASS)
                .isPresent();
    return isEndpoint && !function.isMulti() ? alone() : notCaptured();
  }

  private static Enforcement notCaptured() {
    return new Enforcement(Answer.UNKNOWN, "may have ACS: its config space was not captured whole");
  }

  private static Enforcement byAcs(WalkFunction function) {
    return switch (function.acs()) {
      case Reading.Unread<Acs>() -> notCaptured();
      case Reading.Absent<Acs>() -> new Enforcement(Answer.NO, "has no ACS");
      case Reading.Present<Acs>(Acs words) ->
          byWords(words.offset(), words.capability(), words.control(), source(function));
    };
  }

  static String source(WalkFunction function) {
    return function.isInWords() ? ", in the words of lspci" : "";
  }

  /** A service that the capability lacks counts as hard-wired on. */
  static Enforcement byWords(int offset, int capability, int control, String source) {
    int missing = NEEDED & capability & ~control;
    String place = " (ACS at 0x" + Integer.toHexString(offset) + source + ")";
    return missing == 0
        ? new Enforcement(Answer.YES, "keeps requests from its peers" + place)
        : new Enforcement(Answer.NO, "has " + Acs.words(missing) + " switched off" + place);
  }

  /** The parameter helps only functions of PCI Express that have no ACS at all. */
  private Optional<Enforcement> overridden(WalkFunction function) {
    boolean hasNone = function.express() == Answer.YES && isAbsent(function.acs());
    if (!hasNone || override.equals(AcsOverride.NONE)) {
      return Optional.empty();
    }
    boolean isTaken =
        override.names(function.vendor(), function.device())
            || override.downstream() && isPort(function)
            || override.multifunction() && function.isMulti() && isDevice(function);
    return isTaken
        ? Optional.of(new Enforcement(Answer.YES, "is believed to isolate by pcie_acs_override"))
        : Optional.empty();
  }

  private static boolean isAbsent(Reading<Acs> acs) {
    return acs instanceof Reading.Absent<Acs>;
  }

  private static boolean isPort(WalkFunction function) {
    return function.isType(PortType.ROOT_PORT) || function.isType(PortType.DOWNSTREAM_PORT);
  }

  private static boolean isDevice(WalkFunction function) {
    return function.isType(PortType.ENDPOINT)
        || function.isType(PortType.LEGACY_ENDPOINT)
        || function.isType(PortType.UPSTREAM_PORT)
        || function.isType(PortType.ROOT_COMPLEX_ENDPOINT);
  }
}
