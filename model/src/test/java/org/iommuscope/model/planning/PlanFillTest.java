package org.iommuscope.model.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.planning.GuestRequest.DeviceRequest;
import org.iommuscope.model.rules.profiles.RuleProfiles;
import org.iommuscope.model.simulation.AttachSimulator;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.verdict.Outcome;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** Devices for wishes: lawful, from the right node, and with the least taken from the host. */
class PlanFillTest {

  private static final AttachSimulator SIMULATOR = new AttachSimulator(LocalDate.of(2026, 11, 22));
  private static final DeviceKind GPU =
      kind(DeviceKind.Category.DISPLAY, DeviceKind.Category.AUDIO);
  private static final DeviceKind NIC = kind(DeviceKind.Category.NETWORK);

  /** Two nodes, each with a GPU in a group of its own and a NIC; the second GPU drags a disk. */
  private static TestHost twoNodes() {
    return new TestHost()
        .endpoint("01:00.0", 1, "nouveau", "10de:1eb8", 0x030000, 0)
        .endpoint("01:00.1", 1, "snd_hda_intel", "10de:10f8", 0x040300, 0)
        .endpoint("02:00.0", 2, "i40e", "8086:1572", 0x020000, 0)
        .endpoint("81:00.0", 3, "nouveau", "10de:1eb8", 0x030000, 1)
        .endpoint("81:00.1", 3, "snd_hda_intel", "10de:10f8", 0x040300, 1)
        .endpoint("82:00.0", 3, "nvme", "144d:a808", 0x010802, 1)
        .endpoint("83:00.0", 4, "i40e", "8086:1572", 0x020000, 1);
  }

  @Test
  void takes_the_device_whose_group_costs_the_host_least() {
    FillAnswer.Filled filled = filled(twoNodes().build(), wish("desktop", 1, false, GPU));

    assertEquals(devices("01:00.0", "01:00.1"), given(filled, 0));
    assertTrue(filled.isCheapest());
  }

  @Test
  void counts_every_device_that_would_have_done_and_not_only_those_it_weighed() {
    FillAnswer.Filled filled = filled(twoNodes().build(), wish("net", 1, false, NIC));

    assertEquals(1, filled.choices().getFirst().others());
  }

  @Test
  void keeps_the_devices_of_a_guest_on_one_node() {
    HostTopology host = twoNodes().build();

    FillAnswer.Filled filled =
        filled(host, wish("wide", 1, true, NIC, GPU), wish("plain", 1, false, NIC));

    Optional<Integer> node = filled.choices().get(0).offer().node();
    assertEquals(node, filled.choices().get(1).offer().node());
    assertEquals(3, filled.choices().stream().map(c -> c.offer().device()).distinct().count());
  }

  @Test
  void takes_a_node_that_was_asked_for_though_it_costs_more() {
    GuestRequest request =
        new GuestRequest("far", 1, false, OptionalInt.of(1), List.of(new DeviceRequest(1, GPU)));

    FillAnswer.Filled filled = filled(twoNodes().build(), request);

    assertEquals(devices("81:00.0", "81:00.1"), given(filled, 0));
    assertEquals(devices("82:00.0"), filled.choices().getFirst().offer().freed());
  }

  @Test
  void leaves_what_is_kept_and_says_what_that_hinders() {
    Requests requests =
        new Requests(
            List.of(wish("desktop", 2, false, GPU)), Set.of(), Set.of(DeviceRef.parse("82:00.0")));

    FillAnswer answer = fill(twoNodes().build(), requests);

    FillAnswer.TooFew few = assertInstanceOf(FillAnswer.TooFew.class, answer);
    assertEquals(2, few.wanted());
    assertEquals(1, few.offered());
    assertEquals(
        List.of(new Hindrance.Kept(DeviceRef.parse("81:00.0"), DeviceRef.parse("82:00.0"))),
        few.hindrances());
  }

  @Test
  void names_the_wishes_that_contradict_each_other() {
    HostTopology host = twoNodes().endpoint("05:00.0", 5, "-", "8086:1572", 0x020000, 0).build();
    DeviceKind first = anyOf("02:00.0", "05:00.0");

    FillAnswer answer =
        fill(
            host,
            new Requests(
                List.of(
                    wish("one", 1, false, anyOf("02:00.0")),
                    wish("two", 1, false, anyOf("05:00.0")),
                    wish("three", 1, false, first),
                    wish("apart", 1, false, GPU)),
                Set.of(),
                Set.of()));

    FillAnswer.Contradiction found = assertInstanceOf(FillAnswer.Contradiction.class, answer);
    assertEquals(
        List.of("one", "three", "two"), found.requests().stream().map(GuestRequest::name).toList());
  }

  @Test
  void shares_an_mdev_parent_among_its_types() {
    TestHost host =
        new TestHost()
            .kernel("6.1.0")
            .endpoint("30:00.0", 50, "i915")
            .offers("0000:30:00.0", "i915-GVTg_V5_4", 2)
            .offers("0000:30:00.0", "i915-GVTg_V5_8", 4);
    DeviceKind half = new DeviceKind.Mdev("i915-GVTg_V5_4");
    DeviceKind quarter = new DeviceKind.Mdev("i915-GVTg_V5_8");

    FillAnswer.Filled fits =
        filled(host.build(), wish("a", 1, false, half), wish("b", 2, false, quarter));
    assertEquals(3, fits.plan().mdevs().size());

    FillAnswer tooMuch =
        fill(
            host.build(),
            new Requests(
                List.of(wish("a", 1, false, half), wish("b", 3, false, quarter)),
                Set.of(),
                Set.of()));
    assertInstanceOf(FillAnswer.Contradiction.class, tooMuch);
  }

  @Test
  void makes_mdevs_of_one_size_on_a_parent_of_nvidia() {
    TestHost one = nvidia(new TestHost().kernel("6.1.0"), "0000:30:00.0", 50);
    DeviceKind large = new DeviceKind.Mdev("nvidia-259");
    DeviceKind small = new DeviceKind.Mdev("nvidia-256");
    List<GuestRequest> wishes = List.of(wish("a", 1, false, large), wish("b", 2, false, small));

    FillAnswer mixed = fill(one.build(), new Requests(wishes, Set.of(), Set.of()));
    FillAnswer.Filled apart =
        filled(nvidia(one, "0000:31:00.0", 51).build(), wishes.toArray(GuestRequest[]::new));
    FillAnswer.Filled same =
        filled(
            nvidia(new TestHost().kernel("6.1.0"), "0000:30:00.0", 50).build(),
            wish("a", 1, false, small),
            wish("b", 1, false, new DeviceKind.Mdev("nvidia-241")));

    assertInstanceOf(FillAnswer.Contradiction.class, mixed);
    assertEquals(3, apart.plan().mdevs().size());
    assertEquals(2, same.plan().mdevs().size(), "two types of one size share a parent");
  }

  private static TestHost nvidia(TestHost host, String parent, int group) {
    return host.endpoint(parent.substring(5), group, "nvidia")
        .offers(parent, "nvidia-256", 24)
        .offers(parent, "nvidia-241", 24)
        .offers(parent, "nvidia-259", 6);
  }

  @Test
  void stops_when_nobody_wants_to_know_any_more() {
    Requests requests = new Requests(List.of(wish("desktop", 1, false, GPU)), Set.of(), Set.of());

    FillAnswer answer =
        new PlanFill(SIMULATOR, twoNodes().build(), RuleProfiles.DMA_OWNER)
            .of(AssignmentPlan.EMPTY, requests, () -> true);

    assertInstanceOf(FillAnswer.Cancelled.class, answer);
  }

  private static FillAnswer.Filled filled(HostTopology host, GuestRequest... requests) {
    FillAnswer answer = fill(host, new Requests(List.of(requests), Set.of(), Set.of()));
    FillAnswer.Filled filled = assertInstanceOf(FillAnswer.Filled.class, answer);
    assertEquals(Outcome.ATTACHES, SIMULATOR.run(host, filled.plan()).verdict().outcome());
    return filled;
  }

  private static FillAnswer fill(HostTopology host, Requests requests) {
    return new PlanFill(SIMULATOR, host, RuleProfiles.DMA_OWNER)
        .of(AssignmentPlan.EMPTY, requests, () -> false);
  }

  private static GuestRequest wish(String name, int guests, boolean sameNode, DeviceKind... kinds) {
    return new GuestRequest(
        name,
        guests,
        sameNode,
        OptionalInt.empty(),
        List.of(kinds).stream().map(kind -> new DeviceRequest(1, kind)).toList());
  }

  private static DeviceKind kind(DeviceKind.Category category, DeviceKind.Category... with) {
    return new DeviceKind.Function(
        Optional.of(category), Optional.empty(), Optional.empty(), List.of(with), List.of());
  }

  private static DeviceKind anyOf(String... addresses) {
    return new DeviceKind.Function(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), devices(addresses));
  }

  private static List<DeviceRef> given(FillAnswer.Filled filled, int choice) {
    return filled.choices().get(choice).offer().given();
  }

  private static List<DeviceRef> devices(String... addresses) {
    return List.of(addresses).stream().map(DeviceRef::parse).toList();
  }
}
