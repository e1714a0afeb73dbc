package org.iommuscope.model.simulation;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.testing.Scenario;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** Section 4.7 of the attach rules: devices through an iommufd, Linux 6.12 and QEMU 10.0. */
class IommufdScenarioTest {

  @Test
  void s116_two_devices_of_a_group_share_an_iommufd() {
    on6().play("A+01:00.0 iommufd=i0 -> OK\n A+01:00.1 iommufd=i0 -> OK");
  }

  @Test
  void s117_two_guests_do_not_share_a_group() {
    on6()
        .play(
            "A+01:00.0 iommufd=i0 -> OK\n B+01:00.1 iommufd=i0 -> BIND EPERM {01:00.0} m:Operation"
                + " not permitted");
  }

  @Test
  void two_iommufds_of_one_guest_do_not_share_a_group_either() {
    on6().play("A+01:00.0 iommufd=i0 -> OK\n A+01:00.1 iommufd=i1 -> BIND EPERM {01:00.0}");
  }

  @Test
  void s119_a_device_is_bound_once() {
    on6().play("A+01:00.0 iommufd=i0 -> OK\n A+01:00.0 iommufd=i0 -> BIND EINVAL {01:00.0}");
  }

  @Test
  void s121_a_host_driver_in_the_group_shows_at_bind() {
    on(t2(), "6.12").qemu("10.0").play("A+01:00.0 iommufd=i0 -> BIND EPERM {01:00.1}");
  }

  @Test
  void s122_a_guest_does_not_mix_both_ways() {
    on6().play("A+01:00.0 -> OK\n A+01:00.1 iommufd=i0 -> BIND EBUSY {01:00.0}");
    on6().play("A+01:00.0 iommufd=i0 -> OK\n A+01:00.1 -> Q4 EBUSY {01:00.0}");
  }

  @Test
  void s124_a_viommu_separates_a_group() {
    on6()
        .viommu("A")
        .play(
            "A+01:00.0 slot=3.0 iommufd=i0 -> OK\n A+01:00.1 slot=4.0 iommufd=i0 -> ATTACH EINVAL");
    on6()
        .viommu("A")
        .play(
            "A+01:00.0 slot=3.0 bus=b0 iommufd=i0 -> OK\n A+01:00.1 slot=4.0 bus=b0 iommufd=i0 ->"
                + " OK");
  }

  @Test
  void s125_the_host_cannot_bind_a_sibling() {
    on(t3(), "6.12")
        .qemu("10.0")
        .play(
            """
            A+01:00.0 iommufd=i0 -> OK
            bind 01:00.1 snd_hda_intel -> PROBE EBUSY
            A! -> OK
            bind 01:00.1 snd_hda_intel -> OK
            """);
  }

  @Test
  void s126_an_mdev_goes_to_one_guest() {
    on(mttys("mtty"), "6.12")
        .qemu("10.0")
        .play(
            "A+%s iommufd=i0 -> OK\n B+%s iommufd=i0 -> BIND EINVAL\n B+%s iommufd=i0 -> OK"
                .formatted(G1, G1, G2));
  }

  @Test
  void s128_a_vf_shows_no_token_here() {
    on(t11("vfio-pci"), "6.12").qemu("10.0").play("A+03:10.0 iommufd=i0 -> OK");
  }

  @Test
  void s129_firmware_regions_show_at_bind() {
    on(t14("direct"), "6.12").qemu("10.0").play("A+05:00.0 iommufd=i0 -> BIND EINVAL");
    on(t14("direct-relaxable"), "6.12").qemu("10.0").play("A+05:00.0 iommufd=i0 -> OK");
  }

  @Test
  void interrupts_are_judged_by_iommufds_own_parameter() {
    TestHost ofType1 = unsafe("vfio_iommu_type1.allow_unsafe_interrupts");
    on(ofType1.build(), "6.12").qemu("10.0").play("A+01:00.0 iommufd=i0 -> BIND EPERM");
    on(ofType1.build(), "6.12").qemu("10.0").play("A+01:00.0 -> OK");
    TestHost ofIommufd = unsafe("iommufd.allow_unsafe_interrupts");
    on(ofIommufd.build(), "6.12").qemu("10.0").play("A+01:00.0 iommufd=i0 -> OK");
    on(ofIommufd.build(), "6.12").qemu("10.0").play("A+01:00.0 -> Q8 EPERM");
  }

  private static TestHost unsafe(String parameter) {
    return new TestHost()
        .endpoint("01:00.0", 7, "vfio-pci")
        .withoutInterruptRemapping()
        .parameter(parameter, "Y");
  }

  @Test
  void a_group_is_free_when_its_last_device_was_given_back() {
    Simulation simulation =
        on6()
            .play(
                """
                A+01:00.0 iommufd=i0 -> OK
                A+01:00.1 iommufd=i0 -> OK
                A-01:00.0 -> OK
                B+01:00.0 iommufd=i0 -> BIND EPERM {01:00.1}
                A-01:00.1 -> OK
                B+01:00.0 iommufd=i0 -> OK
                B-01:00.0 -> OK
                """);
    assertEquals(Optional.empty(), simulation.end().vfioGroup(new GroupId(7)));
  }

  private static Scenario on6() {
    return on(t1(), "6.12").qemu("10.0");
  }
}
