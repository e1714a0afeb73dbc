package org.iommuscope.testing;

import org.iommuscope.model.topology.HostTopology;

/** The hosts by which the attach rules are explained and tested. */
public final class TestHosts {

  public static final String U = "00000000-0000-4000-8000-00000000000a";
  public static final String G1 = "00000000-0000-4000-8000-000000000001";
  public static final String G2 = "00000000-0000-4000-8000-000000000002";

  private TestHosts() {}

  /** A group of two functions on vfio-pci, and a function alone. */
  public static HostTopology t1() {
    return new TestHost()
        .endpoint("01:00.0", 7, "vfio-pci")
        .endpoint("01:00.1", 7, "vfio-pci")
        .endpoint("02:00.0", 8, "vfio-pci")
        .build();
  }

  /** A sibling on its host driver. */
  public static HostTopology t2() {
    return pair("snd_hda_intel");
  }

  /** A sibling without driver. */
  public static HostTopology t3() {
    return pair("-");
  }

  /** A sibling on pci-stub. */
  public static HostTopology t3s() {
    return pair("pci-stub");
  }

  /** A function on vfio-pci and a sibling on a driver. */
  public static HostTopology pair(String driver) {
    return new TestHost().endpoint("01:00.0", 7, "vfio-pci").endpoint("01:00.1", 7, driver).build();
  }

  /** A group with the root port above. */
  public static HostTopology t4(String portDriver) {
    return port(portDriver).build();
  }

  /** The same with a root complex event collector, which has an endpoint's header. */
  public static HostTopology t4r() {
    return port("pcieport").endpoint("00:1c.7", 7, "pcieport").build();
  }

  private static TestHost port(String driver) {
    return new TestHost()
        .bridge("00:01.0", 7, driver)
        .endpoint("01:00.0", 7, "vfio-pci")
        .endpoint("01:00.1", 7, "vfio-pci");
  }

  /** A GPU with two software mdevs, as Linux up to 5.15 shows them. */
  public static HostTopology t8() {
    return vgpus("vfio_mdev");
  }

  /** A GPU with two software mdevs on a driver. */
  public static HostTopology vgpus(String driver) {
    return new TestHost()
        .endpoint("00:02.0", 1, "i915")
        .offers("00:02.0", "i915-GVTg_V5_4", 2)
        .mdev(G1, 20, driver, "0000:00:02.0")
        .mdev(G2, 21, driver, "0000:00:02.0")
        .build();
  }

  /** Two software mdevs of a driver without a vendor's limits. */
  public static HostTopology mttys(String driver) {
    return new TestHost()
        .endpoint("00:02.0", 1, "mtty")
        .offers("00:02.0", "mtty-1", 2)
        .mdev(G1, 20, driver, "0000:00:02.0")
        .mdev(G2, 21, driver, "0000:00:02.0")
        .build();
  }

  /** A PF and two VFs, each in a group of its own. */
  public static HostTopology t11(String pfDriver) {
    return new TestHost()
        .pf("03:00.0", 40, pfDriver, 4, "03:10.0", "03:10.1")
        .vf("03:10.0", 41, "vfio-pci", "03:00.0")
        .vf("03:10.1", 42, "vfio-pci", "03:00.0")
        .build();
  }

  /** A noiommu group. */
  public static HostTopology t13() {
    return new TestHost()
        .endpoint("04:00.0", 0, "vfio-pci")
        .noiommu(0)
        .parameter("vfio.enable_unsafe_noiommu_mode", "Y")
        .build();
  }

  /** A group for which firmware reserves a region of some type. */
  public static HostTopology t14(String type) {
    return new TestHost().endpoint("05:00.0", 9, "vfio-pci").region(9, type).build();
  }

  /** A GPU with an mdev beside a function on vfio-pci. */
  public static HostTopology t15(String driver) {
    return new TestHost()
        .endpoint("01:00.0", 7, "i915")
        .endpoint("01:00.1", 7, "vfio-pci")
        .mdev(G1, 20, driver, "0000:01:00.0")
        .build();
  }
}
