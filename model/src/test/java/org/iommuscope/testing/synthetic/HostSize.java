package org.iommuscope.testing.synthetic;

/**
 * How large a synthetic host is.
 *
 * @param functions PCI functions in all: ports, endpoints and virtual functions
 * @param virtualFunctions how many of them are virtual functions
 * @param groups IOMMU groups that the functions fall into, without those of mdevs
 * @param mdevs mediated devices, each in a group of its own
 * @param seed chooses among the hosts of this size
 */
public record HostSize(int functions, int virtualFunctions, int groups, int mdevs, long seed) {

  /** The host of the import and verdict benchmarks. */
  public static final HostSize LARGE = new HostSize(4_128, 2_048, 1_024, 64, 1);

  /** The host of the layout and painting benchmarks. */
  public static final HostSize HUGE = new HostSize(20_000, 8_000, 4_000, 0, 1);

  public HostSize {
    if (functions < 2 || virtualFunctions < 0 || mdevs < 0) {
      throw new IllegalArgumentException("a host has at least two functions");
    }
    if (virtualFunctions > functions * 9L / 10) {
      throw new IllegalArgumentException("at most nine tenths of the functions are virtual");
    }
    if (groups < 1 || groups > functions) {
      throw new IllegalArgumentException("groups: expected 1 to " + functions);
    }
  }
}
