package org.iommuscope.model.simulation;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.pair;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t14;
import static org.iommuscope.testing.TestHosts.t2;
import static org.iommuscope.testing.TestHosts.t3;
import static org.iommuscope.testing.TestHosts.t3s;
import static org.iommuscope.testing.TestHosts.t4;
import static org.iommuscope.testing.TestHosts.t4r;

import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** Section 4.1 of the attach rules: kernels up to 5.18 and physical devices, by their numbers. */
class ViabilityScenarioTest {

  private static final String KERNEL = "5.10";

  @Test
  void s1_a_device_on_vfio_pci_attaches() {
    on(t1(), KERNEL).play("A+01:00.0 -> OK");
  }

  @Test
  void s2_a_sibling_reuses_the_group() {
    on(t1(), KERNEL).play("A+01:00.0 -> OK\n A+01:00.1 -> OK_REUSED");
  }

  @Test
  void s3_a_group_opens_once() {
    on(t1(), KERNEL)
        .play(
            """
            A+01:00.0 -> OK
            B+01:00.1 -> Q4 EBUSY {01:00.0} m:failed to open /dev/vfio/7: Device or resource busy
            """);
  }

  @Test
  void s4_other_groups_go_to_other_guests() {
    on(t1(), KERNEL).play("A+01:00.0 -> OK\n B+02:00.0 -> OK");
  }

  @Test
  void s5_another_group_joins_the_container() {
    on(t1(), KERNEL).play("A+01:00.0 -> OK\n A+02:00.0 -> OK");
  }

  @Test
  void s6_a_viommu_gives_siblings_two_address_spaces() {
    on(t1(), KERNEL)
        .viommu("A")
        .play(
            """
            A+01:00.0 slot=3.0 -> OK
            A+01:00.1 slot=4.0 -> Q3 m:group 7 used in multiple address spaces
            """);
  }

  @Test
  void siblings_behind_one_guest_bridge_share_an_address_space() {
    on(t1(), KERNEL).viommu("A").play("A+01:00.0 bus=b0 -> OK\n A+01:00.1 bus=b0 -> OK_REUSED");
  }

  @Test
  void s8_a_device_attaches_once() {
    on(t1(), KERNEL).play("A+01:00.0 -> OK\n A+01:00.0 -> Q9 m:device is already attached");
  }

  @Test
  void s10_a_group_is_free_with_its_last_device() {
    on(t1(), KERNEL)
        .play(
            """
            A+01:00.0 -> OK
            A+01:00.1 -> OK_REUSED
            A-01:00.1 -> OK
            B+01:00.1 -> Q4 EBUSY
            A-01:00.0 -> OK
            B+01:00.1 -> OK
            """);
  }

  @Test
  void s12_a_sibling_on_its_host_driver_spoils_the_group() {
    on(t2(), KERNEL).play("A+01:00.0 -> Q5 {01:00.1} m:group 7 is not viable");
  }

  @Test
  void s13_a_sibling_without_driver_does_not() {
    on(t2(), KERNEL).play("unbind 01:00.1 -> OK\n A+01:00.0 -> OK");
  }

  @Test
  void s14_s15_neither_does_one_that_never_had_one_or_is_on_pci_stub() {
    on(t3(), KERNEL).play("A+01:00.0 -> OK");
    on(t3s(), KERNEL).play("A+01:00.0 -> OK");
  }

  @Test
  void s16_a_host_driver_that_joins_a_group_in_use_kills_its_writer() {
    on(t3(), KERNEL).play("A+01:00.0 -> OK\n bind 01:00.1 snd_hda_intel -> CRASH {01:00.0}");
  }

  @Test
  void s18_a_sibling_may_join_later() {
    on(t3(), KERNEL)
        .play(
            """
            A+01:00.0 -> OK
            bind 01:00.1 vfio-pci -> OK
            A+01:00.1 -> OK_REUSED
            B+01:00.1 -> Q4 EBUSY
            """);
  }

  @Test
  void s20_a_group_without_vfio_device_has_no_node() {
    on(new TestHost().endpoint("06:00.0", 6, "-").build(), KERNEL)
        .play("A+06:00.0 -> Q4 ENOENT m:failed to open /dev/vfio/6: No such file or directory");
  }

  @Test
  void s21_a_root_port_passes_by_its_header() {
    on(t4("pcieport"), KERNEL).play("A+01:00.0 -> OK");
    on(t4("shpchp"), KERNEL).play("A+01:00.0 -> OK");
  }

  @Test
  void s23_an_event_collector_does_not() {
    on(t4r(), KERNEL).play("A+01:00.0 -> Q5 {00:1c.7}");
  }

  @Test
  void s25_a_device_in_use_leaves_its_driver_when_the_guest_lets_go() {
    on(t1(), KERNEL)
        .play(
            """
            A+01:00.0 -> OK
            unbind 01:00.0 -> BLOCKS {01:00.0}
            A-01:00.0 -> OK
            ... unbind 01:00.0 -> OK
            """);
  }

  @Test
  void s27_s28_a_direct_region_is_refused_unless_it_is_relaxable() {
    on(t14("direct"), KERNEL)
        .play("A+05:00.0 -> Q8 EPERM m:Failed to set iommu for container: Operation not permitted");
    on(t14("direct-relaxable"), KERNEL).play("A+05:00.0 -> OK");
  }

  @Test
  void s29_unsafe_interrupts_must_be_allowed() {
    TestHost host = new TestHost().endpoint("01:00.0", 7, "vfio-pci").withoutInterruptRemapping();
    on(host.build(), KERNEL)
        .play(
            """
            A+01:00.0 -> Q8 EPERM
            set vfio_iommu_type1.allow_unsafe_interrupts 1 -> OK
            A+01:00.0 -> OK
            """);
  }

  @Test
  void s30_a_device_without_group_is_refused() {
    on(new TestHost().ungrouped("01:00.0", "-").build(), KERNEL)
        .play("A+01:00.0 -> Q2 ENOENT m:no iommu_group found: No such file or directory");
  }

  @Test
  void s31_a_device_that_the_host_does_not_have_is_refused() {
    on(t1(), KERNEL)
        .play(
            "A+0a:00.0 -> Q1 ENOENT m:vfio /sys/bus/pci/devices/0000:0a:00.0: no such host device");
  }

  @Test
  void s33_pci_pf_stub_is_a_host_driver() {
    on(pair("pci-pf-stub"), KERNEL).play("A+01:00.0 -> Q5 {01:00.1}");
  }
}
