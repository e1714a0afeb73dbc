package org.iommuscope.model.simulation;

import static org.iommuscope.testing.BackedHosts.profile;
import static org.iommuscope.testing.BackedHosts.t5;
import static org.iommuscope.testing.Scenario.on;
import static org.iommuscope.testing.TestHosts.G1;
import static org.iommuscope.testing.TestHosts.G2;
import static org.iommuscope.testing.TestHosts.mttys;
import static org.iommuscope.testing.TestHosts.pair;
import static org.iommuscope.testing.TestHosts.t1;
import static org.iommuscope.testing.TestHosts.t11;
import static org.iommuscope.testing.TestHosts.t13;
import static org.iommuscope.testing.TestHosts.t15;
import static org.iommuscope.testing.TestHosts.t2;
import static org.iommuscope.testing.TestHosts.t8;
import static org.iommuscope.testing.TestHosts.vgpus;

import java.util.List;
import java.util.OptionalLong;
import org.iommuscope.model.plan.Backend;
import org.iommuscope.model.plan.Guest;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.Viommu;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.testing.BackedHosts;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** Sections 4.3 and 4.8 of the attach rules: software mdevs, SR-IOV, noiommu, by their numbers. */
class OtherScenarioTest {

  private static final String TOKEN = "00112233-4455-6677-8899-aabbccddeeff";
  private static final String OTHER = "ffffffff-4455-6677-8899-aabbccddeeff";

  @Test
  void s49_mdevs_of_one_parent_go_to_two_guests() {
    on(t8(), "5.10").play("A+%s -> OK\n B+%s -> OK".formatted(G1, G2));
    on(vgpus("i915"), "6.1").play("A+%s -> OK\n B+%s -> OK".formatted(G1, G2));
  }

  @Test
  void s50_one_mdev_goes_to_one_guest() {
    on(t8(), "5.10").play("A+%s -> OK\n B+%s -> Q4 EBUSY m:/dev/vfio/20".formatted(G1, G1));
  }

  @Test
  void the_types_of_a_parent_tell_its_driver_where_no_link_does() {
    HostTopology host =
        new TestHost()
            .endpoint("00:02.0", 1, "?")
            .offers("00:02.0", "mtty-1", 2)
            .mdev(G1, 20, "vfio_mdev", "0000:00:02.0")
            .build();
    on(host, "5.10").play("A+%s -> OK".formatted(G1));
  }

  @Test
  void s52_a_guest_gets_one_vgpu() {
    on(t8(), "5.10").play("A+%s -> OK\n A+%s -> Q10 EEXIST {%s}".formatted(G1, G2, G1));
    on(mttys("vfio_mdev"), "5.10").play("A+%s -> OK\n A+%s -> OK".formatted(G1, G2));
  }

  @Test
  void s53_a_vgpu_wants_kvm() {
    Guest slow =
        new Guest(
            new GuestName("A"),
            new Viommu.None(),
            Backend.LEGACY,
            false,
            0,
            OptionalLong.empty(),
            List.of(),
            List.of());
    on(t8(), "5.10").guest(slow).play("A+%s -> Q10 ESRCH".formatted(G1));
  }

  @Test
  void s55_the_parents_siblings_suffer_and_the_mdev_does_not() {
    on(t15("vfio_mdev"), "5.10").play("A+%s -> OK\n A+01:00.1 -> Q5 {01:00.0}".formatted(G1));
    on(t15("i915"), "6.1").play("A+%s -> OK\n A+01:00.1 -> Q5 {01:00.0}".formatted(G1));
  }

  @Test
  void s57_an_mdev_without_driver_has_no_group() {
    on(t8(), "5.10").play("unbind %s -> OK\n A+%s -> Q2 ENOENT".formatted(G1, G1));
  }

  @Test
  void s60_a_uuid_names_one_mdev() {
    on(t8(), "5.10").play("create %s 0000:00:02.0 i915-GVTg_V5_4 -> CREATE EEXIST".formatted(G1));
  }

  @Test
  void s61_gvt_g_refuses_to_remove_a_vgpu_in_use() {
    on(t8(), "5.10").play("A+%s -> OK\n remove %s -> REMOVE EBUSY".formatted(G1, G1));
  }

  @Test
  void the_removal_of_other_mdevs_waits_for_the_guest() {
    on(mttys("mtty"), "6.1")
        .play(
            "A+%s -> OK\n remove %s -> BLOCKS\n A-%s -> OK\n ... remove %s -> OK"
                .formatted(G1, G1, G1, G1));
  }

  @Test
  void s62_an_mdev_is_free_when_it_was_given_back() {
    on(t8(), "5.10").play("A+%s -> OK\n A-%s -> OK\n B+%s -> OK".formatted(G1, G1, G1));
  }

  @Test
  void s131_vfs_of_a_host_pf_go_to_two_guests() {
    on(t11("ixgbe"), "5.10").play("A+03:10.0 -> OK\n B+03:10.1 -> OK");
  }

  @Test
  void s132_a_token_that_nobody_asked_for_is_refused() {
    on(t11("ixgbe"), "6.1").qemu("10.0").play("A+03:10.0 token=%s -> Q10 EINVAL".formatted(TOKEN));
  }

  @Test
  void s133_an_older_qemu_cannot_show_a_token() {
    on(t11("vfio-pci"), "6.1").play("A+03:10.0 -> Q10 EACCES m:Permission denied");
    on(t11("vfio-pci"), "6.1")
        .play(
            "A+03:10.0 token=%s -> OPTION m:Property 'vfio-pci.vf-token' not found"
                .formatted(TOKEN));
  }

  @Test
  void s135_a_token_is_random_until_a_user_of_the_pf_sets_it() {
    on(t11("vfio-pci"), "6.1")
        .qemu("10.0")
        .play(
            """
            A+03:10.0 token=%s -> Q10 EACCES
            B+03:00.0 token=%s -> OK
            A+03:10.0 token=%s -> OK
            C+03:10.1 token=%s -> Q10 EACCES
            """
                .formatted(TOKEN, TOKEN, TOKEN, OTHER));
  }

  @Test
  void s137_a_device_that_is_neither_pf_nor_vf_takes_no_token() {
    on(t1(), "6.1").qemu("10.0").play("A+01:00.0 token=%s -> Q10 EINVAL".formatted(TOKEN));
  }

  @Test
  void s139_vfio_pci_makes_vfs_with_enable_sriov_only() {
    on(new TestHost().pf("03:00.0", 40, "vfio-pci", 4).build(), "6.1")
        .play(
            """
            vfs 03:00.0 2 -> NUMVFS ENOENT
            vfs 03:00.0 0 -> OK
            vfs 03:00.0 5 -> NUMVFS ERANGE
            set vfio_pci.enable_sriov Y -> OK
            vfs 03:00.0 2 -> OK
            """);
  }

  @Test
  void the_number_of_vfs_changes_through_zero_and_waits_for_guests() {
    on(t11("igb"), "6.1")
        .play(
            """
            A+03:10.0 -> OK
            vfs 03:00.0 1 -> NUMVFS EBUSY
            vfs 03:00.0 2 -> OK
            vfs 03:00.0 0 -> BLOCKS {03:10.0}
            A! -> OK
            ... vfs 03:00.0 0 -> OK
            B+03:10.0 -> Q1 ENOENT
            """);
  }

  @Test
  void a_pf_with_vfs_does_not_go_to_vfio_pci_unless_its_driver_takes_them_along() {
    on(t11("nvme"), "6.1").play("bind 03:00.0 vfio-pci -> PROBE EBUSY");
    on(t11("nvme"), "5.10").play("bind 03:00.0 vfio-pci -> PROBE ENODEV");
    on(t11("igb"), "6.1").play("bind 03:00.0 vfio-pci -> OK");
  }

  /** The other tool's list of mdevs knows their UUIDs only, and so lets it pass to the kernel. */
  @Test
  void s144_libvirt_does_not_see_that_an_mdev_and_a_function_share_a_group() {
    on(t5(), "5.10")
        .with(profile("proposed-attach"))
        .managed()
        .play(
            "A+01:00.0 -> OK\n B+%s -> Q8 EBUSY m:failed to setup container for group 11"
                .formatted(BackedHosts.U));
  }

  @Test
  void s142_libvirt_asks_nothing_of_a_sibling_on_its_host_driver() {
    on(t2(), "6.1").managed().play("A+01:00.0 -> Q5 {01:00.1} m:group 7 is not viable");
  }

  @Test
  void s145_libvirt_wants_an_unmanaged_device_off_its_host_driver() {
    on(pair("nvme"), "6.1")
        .managed()
        .play(
            "A+01:00.1 -> LIBVIRT m:Unmanaged PCI device 0000:01:00.1 must be manually detached"
                + " from the host");
  }

  @Test
  void s140_qemu_does_not_open_the_node_of_a_noiommu_group() {
    on(t13(), "6.12").play("A+04:00.0 -> Q4 ENOENT");
  }
}
