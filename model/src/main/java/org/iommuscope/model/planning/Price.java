package org.iommuscope.model.planning;

/** What a change costs, in points; a device that the host loses weighs most. */
public enum Price {
  /** A device leaves the host's driver though no guest had asked for it. */
  HOST_LOSES_DEVICE(100, "the host loses a device"),
  /** The kernel trusts interrupts that it cannot check. */
  ISOLATION_WEAKENED(80, "isolation is weakened"),
  /** A device changes its driver, and nothing says whether the host uses it. */
  HOST_MAY_LOSE_DEVICE(70, "the host may lose a device"),
  /** A guest no longer runs when the other does. */
  GUEST_STOPPED(60, "a guest is stopped"),
  /** A device goes to another guest than the one that asked. */
  WISH_MOVED(40, "a device goes to another guest"),
  /** A guest gets another device of the same kind. */
  DEVICE_SWAPPED(20, "a guest gets another device of the same kind"),
  /** The guest boots with another IOMMU than before. */
  VIOMMU_SWITCHED(10, "a guest's vIOMMU is switched"),
  /** A module is loaded with another parameter. */
  PARAMETER_SET(10, "a module parameter is set"),
  /** Devices of a guest move behind a bridge of its own. */
  BRIDGE_ADDED(5, "a guest gets a bridge"),
  /** A free device comes along. */
  DEVICE_ADDED(3, "a guest gets a free device more"),
  /** A driver changes, and nobody misses the one before. */
  REBOUND(1, "a device changes its driver");

  private final int points;
  private final String words;

  Price(int points, String words) {
    this.points = points;
    this.words = words;
  }

  public int points() {
    return points;
  }

  /** Half a sentence for a list of costs. */
  public String words() {
    return words;
  }
}
