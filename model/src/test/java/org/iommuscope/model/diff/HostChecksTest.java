package org.iommuscope.model.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.plan.PlanChange;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostDevice;
import org.iommuscope.model.topology.HostTopology;
import org.iommuscope.model.topology.PciAddress;
import org.iommuscope.model.topology.PciFunction;
import org.iommuscope.model.topology.PciPlacement;
import org.iommuscope.model.topology.Reading;
import org.iommuscope.testing.TestHost;
import org.junit.jupiter.api.Test;

/** A plan held against the host that it was made for, later, and against another. */
class HostChecksTest {

  private static final DeviceRef GPU = DeviceRef.parse("0000:04:00.0");
  private static final AssignmentPlan PLAN =
      new PlanChange.Assign(new GuestName("A"), GPU).applyTo(AssignmentPlan.EMPTY);
  private static final HostTopology THEN = built(host("0000:04:00.0", "10de:1b80"));

  private static TestHost host(String address, String ids) {
    return card(new TestHost().bridge("0000:00:01.0", 1, "pcieport"), address, ids, 12);
  }

  private static TestHost card(TestHost host, String address, String ids, int group) {
    return host.endpoint(address, group, "vfio-pci", ids, 0x030000, 0);
  }

  /** Hangs every card from the one bridge there is. */
  private static HostTopology built(TestHost made) {
    HostTopology host = made.build();
    return host.withDevices(host.devices().values().stream().map(HostChecksTest::placed).toList());
  }

  private static HostDevice placed(HostDevice device) {
    PciFunction function = (PciFunction) device;
    PciAddress bridge = PciAddress.parse("0000:00:01.0").orElseThrow();
    return function.withPlacement(
        new PciPlacement(
            function.isBridge() ? Reading.absent() : Reading.of(bridge),
            Reading.of("pci0000:00"),
            Reading.unread(),
            Reading.unread()));
  }

  private static List<String> open(HostTopology now) {
    return HostChecks.of(HostSketch.of(THEN, PLAN), now).stream()
        .filter(HostCheck::isOpen)
        .map(HostCheck::sentence)
        .toList();
  }

  @Test
  void finds_nothing_on_the_same_host() {
    assertEquals(List.of(), open(built(host("0000:04:00.0", "10de:1b80"))));
    assertEquals(
        "the plan was made for this host; nothing that was noted then is other now",
        HostChecks.of(HostSketch.of(THEN, PLAN), THEN).getFirst().sentence());
  }

  @Test
  void tells_that_a_group_has_one_more_member() {
    HostTopology now =
        built(host("0000:04:00.0", "10de:1b80").endpoint("0000:04:00.1", 12, "snd_hda_intel"));
    assertEquals(
        List.of(
            "the plan was made for this host; it is other now",
            "since then group 12 of 0000:04:00.0 has one more member: 0000:04:00.1"),
        open(now));
  }

  @Test
  void asks_whether_a_device_with_the_same_ids_and_slot_is_meant() {
    assertEquals(
        "0000:04:00.0 is not there; is 0000:05:00.0 meant (same ids, same slot path)?",
        open(built(host("0000:05:00.0", "10de:1b80"))).get(1));
  }

  @Test
  void asks_rather_than_takes_another_card_at_the_same_address() {
    HostTopology now =
        built(card(host("0000:04:00.0", "8086:10d3"), "0000:07:00.0", "10de:1b80", 9));
    assertEquals(
        "0000:04:00.0 is another device: it was 10de:1b80 and is 8086:10d3;"
            + " is 0000:07:00.0 meant (same ids, same slot path)?",
        open(now).get(1));
  }

  @Test
  void tells_that_nothing_here_has_its_ids() {
    assertEquals(
        "0000:04:00.0 is not there, and nothing here has its ids",
        open(built(host("0000:09:00.0", "8086:10d3"))).get(1));
  }
}
