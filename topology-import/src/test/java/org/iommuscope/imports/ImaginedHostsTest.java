package org.iommuscope.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iommuscope.model.grouping.AcsOverride;
import org.iommuscope.model.grouping.GroupPrediction;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.Dial;
import org.iommuscope.model.plan.PlanStep;
import org.iommuscope.model.plan.PlannedMdev;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.simulation.ImaginedHost;
import org.iommuscope.model.simulation.Simulation;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.IommuGroup;
import org.iommuscope.model.topology.MdevUuid;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.verdict.Explainer;
import org.iommuscope.model.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The host that would be by a plan's dials, on captured machines. */
class ImaginedHostsTest {

  private static final Path CAPTURES = Path.of("..", "captures");
  private static final PciAddress NIC = PciAddress.parse("0000:02:00.0").orElseThrow();

  private static HostTopology host(String machine) {
    return Imports.of(CAPTURES.resolve(Path.of(machine, "capture.tar.gz"))).host();
  }

  private static Simulation judged(HostTopology host, AssignmentPlan plan) {
    return new AttachSimulator(LocalDate.of(2026, 11, 22)).run(host, plan);
  }

  private static ImaginedHost imagined(HostTopology host, AssignmentPlan plan) {
    return judged(host, plan).imagined();
  }

  private static String why(Simulation judged) {
    return Explainer.say(judged.verdict().steps().getFirst().because().getFirst());
  }

  private static AssignmentPlan override(String words) {
    return new Dial.Override(Optional.of(words)).applyTo(AssignmentPlan.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "q35-switch-k61, downstream, 21",
    "q35-sriov-noacs-k61, downstream, 20",
    "q35-large-k612, 'downstream,multifunction', 277",
  })
  void have_the_groups_of_an_override(String machine, String words, int groups) {
    HostTopology would = imagined(host(machine), override(words)).host();
    assertEquals(groups, would.groups().size());
    assertEquals(formed(GroupPrediction.of(host(machine), acs(words))), real(would));
  }

  private static AcsOverride acs(String words) {
    return AcsOverride.parse(words);
  }

  @Test
  void keep_the_number_of_a_group_where_its_first_member_stays() {
    HostTopology before = host("q35-switch-k61");
    HostTopology would = imagined(before, override("downstream")).host();
    for (IommuGroup group : would.groups().values()) {
      DeviceRef first = group.members().getFirst();
      assertTrue(
          before.group(group.id()).map(old -> old.members().getFirst().equals(first)).orElse(true),
          group.toString());
    }
  }

  static List<String> machines() throws IOException {
    return FormedGroupsTest.machines();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void have_their_captured_groups_when_vfs_go_and_come_back(String machine) {
    HostTopology captured = host(machine);
    for (PciFunction pf : ports(captured)) {
      int there = pf.sriov().virtfns().known().orElse(List.of()).size();
      AssignmentPlan gone = new Dial.Vfs(pf.address(), there, 0).applyTo(AssignmentPlan.EMPTY);
      AssignmentPlan back =
          twice(gone, new Dial.Vfs(pf.address(), 0, there).applyTo(AssignmentPlan.EMPTY));
      Simulation judged = judged(captured, back);
      if (judged.verdict().outcome() == Outcome.ATTACHES) {
        HostTopology would = judged.imagined().host();
        assertEquals(real(captured), real(would), pf.address().text());
        assertEquals(formed(GroupPrediction.of(would)), real(would), pf.address().text());
      }
    }
  }

  private static AssignmentPlan twice(AssignmentPlan first, AssignmentPlan then) {
    List<PlanStep> steps = new ArrayList<>(first.sequence().orElse(List.of()));
    steps.addAll(then.sequence().orElse(List.of()));
    return first.withSequence(Optional.of(steps));
  }

  private static List<PciFunction> ports(HostTopology host) {
    return host.devices().values().stream()
        .filter(PciFunction.class::isInstance)
        .map(PciFunction.class::cast)
        .filter(function -> !function.sriov().virtfns().known().orElse(List.of()).isEmpty())
        .toList();
  }

  @Test
  void have_more_vfs_where_the_capability_puts_them() {
    HostTopology captured = host("q35-sriov-k61");
    ImaginedHost would = imagined(captured, new Dial.Vfs(NIC, 4, 6).applyTo(AssignmentPlan.EMPTY));
    assertEquals(
        List.of("0000:02:11.0", "0000:02:11.2"),
        would.imagined().stream().map(DeviceRef::text).toList());
    assertEquals(captured.groups().size() + 2, would.host().groups().size());
    assertEquals(formed(GroupPrediction.of(would.host())), real(would.host()));
  }

  @Test
  void have_a_card_in_another_slot_in_the_group_of_that_slot() {
    HostTopology captured = host("q35-switch-k61");
    PciAddress card = PciAddress.parse("0000:03:00.0").orElseThrow();
    PciAddress free = PciAddress.parse("0000:02:03.0").orElseThrow();
    ImaginedHost would =
        imagined(captured, new Dial.Card(card, Optional.of(free)).applyTo(AssignmentPlan.EMPTY));
    assertEquals(
        new TreeSet<>(Set.of(card, free)), would.host().groupOf(card).orElseThrow().members());
    assertEquals(Set.of(card), would.imagined());
    assertEquals(formed(GroupPrediction.of(would.host())), real(would.host()));
  }

  @Test
  void refuse_a_card_in_a_slot_that_is_taken() {
    PciAddress card = PciAddress.parse("0000:03:00.0").orElseThrow();
    PciAddress taken = PciAddress.parse("0000:02:01.0").orElseThrow();
    Simulation judged =
        judged(
            host("q35-switch-k61"),
            new Dial.Card(card, Optional.of(taken)).applyTo(AssignmentPlan.EMPTY));
    assertEquals("0000:02:01.0 has 0000:04:00.0 in its slot", why(judged));
    assertFalse(judged.imagined().host().groupOf(card).orElseThrow().members().contains(taken));
  }

  @Test
  void cannot_be_told_where_config_space_was_not_captured() {
    HostTopology cut = FormedGroupsTest.cutTo64Bytes(host("q35-switch-k61"));
    Simulation judged = judged(cut, override("downstream"));
    assertEquals(Outcome.UNDECIDED, judged.verdict().outcome());
    assertTrue(why(judged).startsWith("cannot tell: config space not captured of "));
    assertEquals(real(cut), real(judged.imagined().host()));
    assertTrue(judged.imagined().unsure().contains(PciAddress.parse("0000:08:00.0").orElseThrow()));
  }

  @Test
  void are_the_captured_ones_where_nothing_is_imagined() {
    HostTopology captured = host("q35-sriov-k61");
    assertSame(captured, imagined(captured, AssignmentPlan.EMPTY).host());
  }

  @ParameterizedTest
  @MethodSource("machines")
  void keep_every_device_and_number_each_group_once_under_an_override(String machine) {
    HostTopology captured = host(machine);
    HostTopology would = imagined(captured, override("downstream,multifunction")).host();
    assertEquals(captured.devices().keySet(), would.devices().keySet());
    would
        .devices()
        .values()
        .forEach(device ->
            device
                .group()
                .known()
                .ifPresent(id ->
                    assertTrue(
                        would.group(id).orElseThrow().members().contains(device.ref()),
                        device.ref().text())));
  }

  @Test
  void have_an_mdev_more_with_a_group_of_its_own() {
    HostTopology captured = host("q35-mdev-k510-after");
    DeviceRef parent = captured.mdevParents().firstEntry().getKey();
    String type = captured.mdevParents().firstEntry().getValue().types().getFirst().id();
    MdevUuid uuid = MdevUuid.parse("11111111-2222-4333-8444-555555555555").orElseThrow();
    ImaginedHost would =
        imagined(
            captured,
            new Dial.MoreMdev(new PlannedMdev(uuid, parent, type)).applyTo(AssignmentPlan.EMPTY));
    assertTrue(would.host().mdevsOf(parent).stream().anyMatch(mdev -> mdev.uuid().equals(uuid)));
    assertEquals(Set.of(uuid), would.host().groupOf(uuid).orElseThrow().members());
  }

  private static Set<String> real(HostTopology host) {
    Set<String> groups = new TreeSet<>();
    host.groups().values().stream()
        .filter(group -> group.kind() == IommuGroup.Kind.PHYSICAL)
        .map(group -> group.members().toString())
        .forEach(groups::add);
    return groups;
  }

  private static Set<String> formed(GroupPrediction prediction) {
    Set<String> groups = new TreeSet<>();
    prediction.groups().forEach(group -> groups.add(group.toString()));
    return groups;
  }
}
