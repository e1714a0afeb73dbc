package org.iommuscope.model.simulation;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iommuscope.model.attach.Backing;
import org.iommuscope.model.attach.Container;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.model.verdict.StepVerdict;
import org.iommuscope.testing.Scenario;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/**
 * Rows of the checklist of the question of July 2019 on functions that share a group, and on who
 * may have them; the number in a test's name is the row's.
 */
class SeedSharedGroupTest {

  private static final GroupId SHARED = new GroupId(7);

  /** vfio-mdev-pci should bind to devices that share a group, as vfio-pci does. */
  @Test
  void row2_the_wrapper_binds_to_a_function_of_a_shared_group() {
    HostTopology host =
        new TestHost().endpoint("01:00.0", 7, "vfio-pci").endpoint("01:00.1", 7, "-").build();
    attach(host)
        .play(
            """
            bind 01:00.1 vfio-mdev-pci -> OK
            create %s 0000:01:00.1 vfio-mdev-pci-type1 -> OK
            A+%s -> OK
            A+01:00.0 -> OK_REUSED
            """
                .formatted(U, U));
  }

  /** One way: vfio.c learns of the backing group, and refuses where it opens groups. */
  @Test
  void row4_enlightened_vfio_refuses_at_the_open() {
    under("proposed-open-count", t5()).play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY".formatted(U));
    under("proposed-inherit", t5()).play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY".formatted(U));
  }

  /** The other way: type1 keeps it to itself, and refuses where it attaches. */
  @Test
  void row5_an_abstraction_in_type1_refuses_at_the_attach() {
    attach(t5()).play("A+%s -> OK\n B+01:00.0 -> Q8 EBUSY".formatted(U));
  }

  /** The unit is the group: one mdev takes all functions of it, also those nobody named. */
  @Test
  void row6_an_mdev_takes_its_backing_group_as_a_whole() {
    HostTopology three = beside("vfio-pci").endpoint("01:00.2", 7, "vfio-pci").build();
    Simulation simulation =
        attach(three)
            .play("A+%s -> OK\n B+01:00.0 -> Q8 EBUSY\n B+01:00.2 -> Q8 EBUSY".formatted(U));

    assertEquals(
        new GuestName("A"), simulation.end().domainOf(SHARED).map(Container::owner).orElseThrow());
  }

  /** The group that was attached is remembered, and used for the others of it. */
  @Test
  void row7_the_attached_group_is_used_again() {
    attach(t5()).play("A+01:00.0 -> OK\n A+%s -> OK_REUSED".formatted(U));
    attach(t5()).play("A+%s -> OK\n A+01:00.0 -> OK_REUSED".formatted(U));
    attach(t6()).play("A+%s -> OK\n A+%s -> OK_REUSED".formatted(U0, U1));
  }

  /** Or the wrapper could refuse; what was posted last lets it bind, and the attach fails. */
  @Test
  void row8_the_last_design_gives_shared_groups_up() {
    HostTopology host =
        new TestHost().endpoint("01:00.0", 7, "vfio-pci").endpoint("01:00.1", 7, "-").build();
    under("proposed-singleton", host)
        .play(
            """
            bind 01:00.1 vfio-mdev-pci -> OK
            create %s 0000:01:00.1 vfio-mdev-pci-type1 -> OK
            A+%s -> Q8 EINVAL {01:00.0}
            """
                .formatted(U, U));
  }

  /** Devices of one group, on vfio-pci or wrapped, go to one guest. */
  @Test
  void row9_one_guest_gets_all_of_a_group() {
    HostTopology mixed =
        beside("vfio-pci")
            .endpoint("01:00.2", 7, "vfio-mdev-pci")
            .mdev(U1, 12, "vfio_mdev", "0000:01:00.2")
            .build();
    attach(mixed).play("A+01:00.0 -> OK\n A+%s -> OK_REUSED\n A+%s -> OK_REUSED".formatted(U, U1));
  }

  /** {@code host=} on a wrapped function must fail, in every design. */
  @Test
  void row10_the_wrapped_function_itself_is_given_to_nobody() {
    attach(t5()).play("A+01:00.1 -> Q10 ENODEV");
    under("proposed-inherit", t5()).play("A+01:00.1 -> Q10 ENODEV");
    under("proposed-singleton", t7()).play("A+01:00.0 -> Q4 ENOENT");
    on(t7(), "5.10").play("A+01:00.0 -> Q4 ENOENT");
    for (RuleProfile profile : RuleProfiles.all()) {
      StepVerdict step =
          ProfileRuns.of(t5(), profile.id(), Map.of("A", List.of("0000:01:00.1"))).getFirst();
      assertEquals(Outcome.REFUSED, step.outcome(), profile.id());
    }
  }

  /** Only {@code sysfsdev=} of the mdev works. */
  @Test
  void row11_its_mdev_is_the_way_to_use_it() {
    attach(t5()).play("A+01:00.1 -> Q10 ENODEV\n A+%s -> OK".formatted(U));
  }

  /** A function on vfio-pci and a wrapped one of one group do not go to two guests. */
  @Test
  void row12_two_guests_do_not_get_a_function_and_an_mdev_of_one_group() {
    attach(t5()).play("A+01:00.0 -> OK\n B+%s -> Q8 EBUSY {01:00.0}".formatted(U));
    attach(t5()).play("A+%s -> OK\n B+01:00.0 -> Q8 EBUSY {%s}".formatted(U, U));
  }

  /** QEMU puts the mdev's own group into its container; type1 attaches the group behind it. */
  @Test
  void row19_the_container_holds_the_virtual_group_and_type1_attaches_the_real_one() {
    Simulation simulation = attach(t5()).play("A+%s -> OK".formatted(U));
    Container container = simulation.end().domainOf(SHARED).orElseThrow();

    assertEquals(List.of(new GroupId(11)), List.copyOf(container.groups().keys()));
    assertEquals(
        Optional.of(SHARED), container.groups().get(new GroupId(11)).flatMap(Backing::domain));
  }

  /** The next device comes with another group into the same container, and that works. */
  @Test
  void row20_the_next_device_joins_the_container_by_another_group() {
    Simulation simulation = attach(t6()).play("A+%s -> OK\n A+%s -> OK_REUSED".formatted(U0, U1));
    Container container = simulation.end().domainOf(SHARED).orElseThrow();

    assertEquals(List.of(new GroupId(11), new GroupId(12)), container.usersOf(SHARED));
  }

  /** "Assuming no vIOMMU": with one, each device has an address space and a container. */
  @Test
  void row21_a_viommu_separates_what_would_share_the_group() {
    attach(t6())
        .viommu("A")
        .play("A+%s slot=3.0 -> OK\n A+%s slot=4.0 -> Q8 EBUSY".formatted(U0, U1));
    attach(t6()).viommu("A").play("A+%s bus=b0 -> OK\n A+%s bus=b0 -> OK_REUSED".formatted(U0, U1));
  }

  /** Of two QEMUs with mdevs of one backing group the later one fails. */
  @Test
  void row22_the_later_of_two_guests_fails() {
    attach(t6()).play("A+%s -> OK\n B+%s -> Q8 EBUSY".formatted(U0, U1));
    attach(t6()).play("B+%s -> OK\n A+%s -> Q8 EBUSY".formatted(U1, U0));
  }

  /** It fails naturally, because the group is attached to another domain. */
  @Test
  void row23_it_fails_where_a_group_is_attached_that_is_not_in_its_default_domain() {
    attach(t6()).play("A+%s -> OK\n B+%s -> Q8 EBUSY".formatted(U0, U1));
    attach(t6()).with(withoutDefaultDomain()).play("A+%s -> OK\n B+%s -> UNSAFE".formatted(U0, U1));
  }

  /** Nothing can fail at the open, for the mdevs' groups are two; it fails at the attach. */
  @Test
  void row26_wrapped_mdevs_are_opened_and_fail_at_the_attach() {
    StepVerdict refused =
        attach(t6())
            .play("A+%s -> OK\n B+%s -> Q8 EBUSY".formatted(U0, U1))
            .verdict()
            .steps()
            .getLast();
    assertEquals("group-is-attached-by-nobody-else", refused.rule().orElseThrow().text());

    under("proposed-inherit", t6()).play("A+%s -> OK\n B+%s -> Q4 EBUSY".formatted(U0, U1));
  }

  /** Right for aux, of no weight for a singleton, awkward otherwise: a group of its own. */
  @Test
  void row34_a_group_of_its_own_matters_only_where_others_share_the_one_behind() {
    String alone = "A+%s -> OK\n B+%s -> Q4 EBUSY".formatted(U, U);
    attach(t7()).play(alone);
    under("proposed-inherit", t7()).play(alone);

    Simulation aux =
        under("proposed-inherit", t10()).with(aux()).play("A+%s -> OK".formatted(FIRST));
    assertEquals(Optional.of(new GroupId(30)), aux.end().groupOf(DeviceRef.parse(FIRST)));

    attach(t5()).play("A+%s -> OK\n B+01:00.0 -> Q8 EBUSY".formatted(U));
    under("proposed-inherit", t5()).play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY".formatted(U));
    assertTrue(t5().group(SHARED).orElseThrow().members().size() > 1);
  }

  private static Scenario attach(HostTopology host) {
    return under("proposed-attach", host);
  }

  private static Scenario under(String profile, HostTopology host) {
    return on(host, "5.10").with(profile(profile));
  }
}
