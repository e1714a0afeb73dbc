package org.iommuscope.model.simulation;

import static org.iommuscope.testing.BackedHosts.*;
import static org.iommuscope.testing.Scenario.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.iommuscope.model.attach.AttachStep;
import org.iommuscope.model.attach.KernelVersion;
import org.iommuscope.model.rules.Rule;
import org.iommuscope.model.rules.RuleProfile;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.testing.Scenario;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/**
 * Rows of the checklist of the question of July 2019 on its two designs, an mdev that counts as an
 * open and an mdev that inherits its parent's group; the number in a test's name is the row's.
 */
class SeedDesignsTest {

  private static final GroupId SHARED = new GroupId(7);

  /** The draft: an mdev of a device with aux domains gets one, and counts as no open. */
  @Test
  void row27_the_draft_attaches_an_auxiliary_domain_where_there_is_one() {
    draft(t10()).with(aux()).play("A+%s -> OK\n B+%s -> OK".formatted(FIRST, SECOND));
    draft(t10()).with(aux()).with(withoutAux()).play("A+%s -> Q8 ENODEV".formatted(FIRST));
  }

  /** Else it looks at the opens of the backing group, counts one more, or says EBUSY. */
  @Test
  void row29_else_it_counts_an_open_of_the_backing_group() {
    draft(t5()).play("A+01:00.0 -> OK\n B+%s -> Q8 EBUSY {01:00.0}".formatted(U));
    draft(t6()).play("A+%s -> OK\n B+%s -> Q8 EBUSY {%s}".formatted(U0, U1, U0));
    draft(t5()).play("A+01:00.0 -> OK\n A+%s -> Q8 EBUSY {01:00.0}".formatted(U));
  }

  /** Another guest then fails when it opens the group. */
  @Test
  void row30_another_guest_fails_at_the_open() {
    draft(t5()).play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY {%s}".formatted(U, U));
  }

  /** And the count goes down when the guest ends. */
  @Test
  void row31_the_count_goes_down_with_the_guest() {
    draft(t5())
        .play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY\n A! -> OK\n B+01:00.0 -> OK".formatted(U));
  }

  /**
   * It was feared that vfio would need two new interfaces, to count up and to count down: the draft
   * alone asks its rule both where groups are opened and where they are attached.
   */
  @Test
  void row32_the_draft_alone_needs_vfio_to_count_for_type1() {
    for (RuleProfile profile : RuleProfiles.all()) {
      boolean counts =
          asks(profile, AttachStep.Kind.OPEN_GROUP, "backing-group-opens-once")
              && asks(profile, AttachStep.Kind.JOIN_BACKEND, "backing-group-opens-once");
      assertEquals(profile.id().equals("proposed-open-count"), counts, profile.id());
    }
    draft(t5()).play("A+%s -> OK\n A+01:00.0 -> Q4 EBUSY".formatted(U));
  }

  private static boolean asks(RuleProfile profile, AttachStep.Kind kind, String rule) {
    return profile.at(kind).stream().map(Rule::id).anyMatch(id -> id.text().equals(rule));
  }

  /**
   * The mdev re-uses the group of its iommu_device: a group of mdevs and functions, a strange one.
   */
  @Test
  void row35_the_inherited_group_has_members_of_two_buses() {
    Simulation simulation = inherit(t5()).play("A+%s -> OK".formatted(U));
    assertEquals(
        List.of("0000:01:00.0", "0000:01:00.1", U),
        simulation.end().members(SHARED).stream().map(DeviceRef::text).toList());

    HostTopology edited =
        new TestHost()
            .endpoint("01:00.0", 7, "vfio-pci")
            .endpoint("01:00.1", 7, "pci-stub")
            .mdev(U, 7, "vfio_mdev", "0000:01:00.1")
            .build();
    on(edited, "5.10").play("A+%s -> Q8 EINVAL".formatted(U));
  }

  /** Cleanest, from the groups' point of view: QEMU sees one group for all. */
  @Test
  void row36_everything_else_follows_from_the_inherited_group() {
    Simulation simulation =
        inherit(t5())
            .play("A+%s -> OK\n A+01:00.0 -> OK_REUSED\n B+01:00.0 -> Q4 EBUSY".formatted(U));
    simulation
        .verdict()
        .steps()
        .forEach(step -> assertEquals(Optional.of(SHARED), step.group(), step.toString()));
    inherit(t5()).viommu("A").play("A+%s slot=3.0 -> OK\n A+01:00.0 slot=4.0 -> Q3".formatted(U));
  }

  /** The parent takes part in the isolation: it keeps its driver and lends its group. */
  @Test
  void row38_the_parent_lends_its_group_while_it_has_an_mdev() {
    inherit(t5()).play("A+01:00.0 -> OK");
    inherit(t5WithoutMdev()).play("A+01:00.0 -> Q5 {01:00.1}");
    inherit(t5())
        .play(
            """
            A+01:00.0 -> OK
            remove %s -> BLOCKS
            A! -> OK
            ... remove %s -> OK
            A+01:00.0 -> Q5 {01:00.1}
            """
                .formatted(U, U));
  }

  /** Meanwhile the group serves nothing else: no other guest, not the host, and strictly nobody. */
  @Test
  void row39_the_lent_group_is_used_for_nothing_else() {
    inherit(t5()).play("A+%s -> OK\n B+01:00.0 -> Q4 EBUSY".formatted(U));
    inherit(beside("vfio-pci").endpoint("01:00.2", 7, "-").build())
        .play("A+%s -> OK\n bind 01:00.2 nvme -> CRASH".formatted(U));
    inherit(t5()).with(inheritStrict()).play("A+%s -> OK\n A+01:00.0 -> Q10 EBUSY".formatted(U));
  }

  /** The vfio core could know who lends; it forgives the lender and nobody else. */
  @Test
  void row40_only_the_lender_is_forgiven() {
    inherit(t12()).play("A+%s -> Q5 {01:00.0}".formatted(U));
    inherit(
            new TestHost()
                .pf("03:00.0", 7, "igb", 4, "03:10.0")
                .vf("03:10.0", 7, "vfio-pci", "03:00.0")
                .build())
        .play("A+03:10.0 -> Q5 {03:00.0}");
  }

  /** Users learnt that all endpoints are on vfio drivers; so the verdict explains the exception. */
  @Test
  void row41_a_forgiven_lender_is_explained() {
    String why =
        "0000:01:00.1 lends its group to its mdev "
            + U
            + ": it keeps its driver, and the group serves one guest meanwhile";
    for (String device : List.of("01:00.0", U)) {
      List<String> said =
          inherit(t5())
              .play("A+%s -> OK".formatted(device))
              .verdict()
              .steps()
              .getFirst()
              .because()
              .stream()
              .map(Explainer::say)
              .toList();
      assertTrue(said.contains(why), said.toString());
    }
  }

  /** "Might still be the best approach"; it was given up, and so no kernel is judged by it. */
  @Test
  void row42_no_kernel_is_judged_by_a_design() {
    TreeSet<String> chosen = new TreeSet<>();
    for (int major = 4; major <= 7; major++) {
      for (int minor = 0; minor <= 30; minor++) {
        chosen.add(RuleProfiles.of(new KernelVersion(major, minor)).id());
      }
    }
    List<String> designs = new ArrayList<>();
    RuleProfiles.all().stream()
        .map(RuleProfile::id)
        .filter(id -> !chosen.contains(id))
        .forEach(designs::add);
    assertEquals(
        List.of("proposed-attach", "proposed-open-count", "proposed-singleton", "proposed-inherit"),
        designs);
    inherit(t5()).play("A+%s -> OK\n A+01:00.0 -> OK_REUSED".formatted(U));
  }

  private static Scenario draft(HostTopology host) {
    return on(host, "5.10").with(profile("proposed-open-count"));
  }

  private static Scenario inherit(HostTopology host) {
    return on(host, "5.10").with(profile("proposed-inherit"));
  }
}
