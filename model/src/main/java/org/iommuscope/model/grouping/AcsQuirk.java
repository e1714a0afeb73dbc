package org.iommuscope.model.grouping;

import java.util.List;

/**
 * A row of the kernel's table of functions whose isolation is known without ACS, {@code
 * pci_dev_acs_enabled} in {@code drivers/pci/quirks.c} of Linux 5.10 to 7.2.
 *
 * @param isLater whether Linux 5.10 lacks the row
 */
record AcsQuirk(IdSet ids, Effect effect, boolean isLater) {

  /** What a row answers, and under which condition. */
  enum Effect {
    /** It counts as enforcing. */
    YES,
    /** A root port that does. */
    YES_ROOT_PORT,
    /** A multifunction device of AMD's southbridges on a root bus, behind AMD's IOMMU. */
    YES_AMD_SOUTHBRIDGE,
    /** A root complex integrated endpoint of Intel. */
    YES_INTEGRATED,
    /** A root port of Intel's chipsets that the kernel could set up through their bridge. */
    PCH_ROOT_PORT,
    /** A root port of Intel's later chipsets, whose ACS registers are double words. */
    PCH_WIDE_REGISTERS,
    /** A port that does where its id is in the set, and that does not where it is not. */
    LISTED_PORTS,
    /** A function that does where its id is in the set, and that does not where it is not. */
    LISTED
  }

  static final List<AcsQuirk> TABLE =
      List.of(
          row("1002", "4385 439c 4383 439d 4384 4399", Effect.YES_AMD_SOUTHBRIDGE),
          row("1022", "780f 7809", Effect.YES_AMD_SOUTHBRIDGE),
          row("1924", "0903 0923 0a03", Effect.YES),
          row(
              "8086",
              """
              10c6 10db 10dd 10e1 10f1 10f7-10fc 1507 1514 151c 1529 152a 154d 154f 1551 1558 1509 150e 150f
              1510 1511 1516 1527 10c9 10e6 10e7 10e8 150a 150d 1518 1526 10a7 10a9 10d6 1521-1524 105e 105f
              1060 10d9 15b7 15b8
              """,
              Effect.YES),
          row("8086", "*", Effect.YES_INTEGRATED),
          row("17cb", "0400 0401", Effect.YES),
          later("17cb", "0115 0111 0120", Effect.YES),
          row("1dbf", "0401", Effect.YES),
          row(
              "8086",
              """
              3b42-3b51 1c10-1c1f 1e10-1e1f 8c10-8c1f 9c10-9c1b 9c90-9c9b 1d10 1d12 1d14 1d16 1d18 1d1a 1d1c
              1d1e 8d10-8d1e 8c90 8c92 8c94 8c96 8c98 8c9a 8c9c 8c9e
              """,
              Effect.PCH_ROOT_PORT),
          row(
              "8086",
              "a110-a11f a167-a16a a290-a29f a2e7-a2ee 9d10-9d1b",
              Effect.PCH_WIDE_REGISTERS),
          row("19a2", "0710", Effect.YES),
          row("10df", "0720", Effect.YES),
          row("177d", "a000-a7ff af84 b884", Effect.YES_ROOT_PORT),
          row("177d", "a026 a059 a060", Effect.YES),
          row("10e8", "e004", Effect.YES),
          row("1def", "e005-e00c", Effect.YES),
          row("14e4", "16d7 1750 1751 1752 d714", Effect.YES),
          later("14e4", "1760-1763", Effect.YES),
          later("0014", "3c09 3c19 3c29 7a09 7a19 7a29 7a39 7a49 7a59 7a69", Effect.YES),
          row("1c36", "0031", Effect.YES_ROOT_PORT),
          row("1d17", "3038 3104 9083", Effect.YES),
          row(
              "1957",
              """
              8d80-8d83 8d88-8d8b 8d90-8d93 8d98-8d9b 8da0 8da1 8da8 8da9 8db0 8db1 8db8 8db9
              """,
              Effect.YES),
          row("1d17", "0710-071e 0721 0723-0752", Effect.LISTED_PORTS),
          row("8088", "0100-010f 1001 2001 5010 5025 5040 5110 5125 5140", Effect.LISTED));

  private static AcsQuirk row(String vendor, String devices, Effect effect) {
    return new AcsQuirk(IdSet.of(vendor, devices), effect, false);
  }

  private static AcsQuirk later(String vendor, String devices, Effect effect) {
    return new AcsQuirk(IdSet.of(vendor, devices), effect, true);
  }
}
