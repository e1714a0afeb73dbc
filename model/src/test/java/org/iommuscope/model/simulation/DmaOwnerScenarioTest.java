package org.iommuscope.model.simulation;

import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.pair;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t14;
import static org.iommuscope.testing.TestHosts.t2;
import static org.iommuscope.testing.TestHosts.t3;
import static org.iommuscope.testing.TestHosts.t4;
import static org.iommuscope.testing.TestHosts.t4r;

import java.util.Optional;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.topology.DeviceRef;
import org.junit.jupiter.api.Test;

/** Section 4.2 of the attach rules: kernels from 5.19 on, legacy backend, by their numbers. */
class DmaOwnerScenarioTest {

  private static final String KERNEL = "6.1";

  @Test
  void s35_a_group_opens_once_and_newer_qemus_say_it_anew() {
    on(t1(), KERNEL)
        .qemu("10.0")
        .play("A+01:00.0 -> OK\n B+01:00.1 -> Q4 EBUSY m:Could not open '/dev/vfio/7'");
  }

  @Test
  void s36_a_sibling_on_its_host_driver_spoils_the_group() {
    on(t2(), KERNEL).play("A+01:00.0 -> Q5 {01:00.1} m:group 7 is not viable");
  }

  @Test
  void s37_a_host_driver_stays_out_of_a_group_in_use() {
    on(t3(), KERNEL)
        .play(
            """
            A+01:00.0 -> OK
            bind 01:00.1 snd_hda_intel -> PROBE EBUSY
            A! -> OK
            bind 01:00.1 snd_hda_intel -> OK
            """);
  }

  @Test
  void s38_a_root_port_stays_on_pcieport() {
    on(t4("pcieport"), KERNEL).play("A+01:00.0 -> OK");
    on(t4r(), KERNEL).play("A+01:00.0 -> OK");
  }

  @Test
  void s39_a_root_port_on_another_driver_spoils_the_group() {
    on(t4("shpchp"), KERNEL).play("A+01:00.0 -> Q5 {00:01.0}");
  }

  @Test
  void s41_a_variant_of_vfio_pci_is_one_of_vfios() {
    on(pair("mlx5_vfio_pci"), KERNEL).play("A+01:00.0 -> OK");
  }

  @Test
  void s42_a_direct_region_is_refused_at_the_claim() {
    on(t14("direct"), "6.12")
        .play("A+05:00.0 -> Q7 EINVAL m:Failed to set group container: Invalid argument");
  }

  @Test
  void s43_and_by_vt_d_before() {
    on(t14("direct"), KERNEL)
        .play("A+05:00.0 -> Q7 EPERM m:Failed to set group container: Operation not permitted");
  }

  @Test
  void s44_a_device_that_is_not_coherent_is_not_vfios() {
    Annotation incoherent =
        new Annotation(
            Annotation.NONE.iommuDevice(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false));
    on(t3(), KERNEL)
        .annotated(DeviceRef.parse("0000:01:00.1"), incoherent)
        .play("bind 01:00.1 vfio-pci -> PROBE EINVAL");
  }

  @Test
  void s45_a_viommu_gives_siblings_two_address_spaces() {
    on(t1(), KERNEL).viommu("A").play("A+01:00.0 slot=3.0 -> OK\n A+01:00.1 slot=4.0 -> Q3");
  }

  @Test
  void s47_a_function_that_appears_gets_no_host_driver() {
    on(t3(), KERNEL)
        .play("A+01:00.0 -> OK\n hotadd 01:00.2 7 e1000e -> PROBE EBUSY\n A-01:00.0 -> OK");
  }

  @Test
  void an_idle_sibling_leaves_at_once_and_a_device_in_use_when_the_guest_stops() {
    on(t1(), KERNEL)
        .play(
            """
            A+01:00.0 -> OK
            unbind 01:00.1 -> OK
            unbind 01:00.0 -> BLOCKS
            A! -> OK
            ... unbind 01:00.0 -> OK
            """);
  }
}
