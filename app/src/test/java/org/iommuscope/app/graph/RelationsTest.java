package org.iommuscope.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;

class RelationsTest {

  private static final String FIRST = "00000007-0000-0000-0000-000000000000";
  private static final String SECOND = "00000008-0000-0000-0000-000000000000";
  private static final HostTopology HOST =
      new HostSketch()
          .root("0000:00:01.0", 1)
          .below("0000:00:01.0", "0000:01:00.0", 2)
          .below("0000:00:01.0", "0000:01:00.1", 2)
          .mdev("0000:01:00.0", 7, 70)
          .mdev("0000:01:00.0", 8, 80)
          .host();

  @Test
  void leads_from_a_device_up_to_its_root() {
    assertEquals(
        List.of("device-0000:01:00.1", "device-0000:00:01.0", "root-pci0000:00"),
        relations(AssignmentPlan.EMPTY, "0000:01:00.1").path().stream()
            .map(GraphNode::id)
            .toList());
  }

  @Test
  void names_the_groups_other_members_with_the_guests_that_want_them() {
    Relations relations = relations(wanting("web", "0000:01:00.1"), "0000:01:00.0");
    Map<String, List<String>> mates = new TreeMap<>();
    relations
        .mates()
        .forEach((mate, guests) ->
            mates.put(
                mate.ref().text(), guests.stream().map(guest -> guest.name().text()).toList()));
    assertEquals(Map.of("0000:01:00.1", List.of("web")), mates);
  }

  @Test
  void names_the_group_behind_an_mdev_and_the_other_mdevs_there() {
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withAnnotations(
            Map.of(DeviceRef.parse(FIRST), behind(), DeviceRef.parse(SECOND), behind()));
    Relations relations = relations(plan, FIRST);
    assertEquals(Optional.of(2), relations.backing().map(group -> group.group().number()));
    assertEquals(
        List.of(SECOND), relations.siblings().stream().map(mdev -> mdev.ref().text()).toList());
  }

  private static Annotation behind() {
    return Annotation.backedBy(DeviceRef.parse("0000:01:00.0"));
  }

  private static AssignmentPlan wanting(String guest, String device) {
    return AssignmentPlan.EMPTY.withGuest(
        new GuestName(guest),
        empty -> empty.withDevices(List.of(GuestDevice.of(DeviceRef.parse(device)))));
  }

  private static Relations relations(AssignmentPlan plan, String device) {
    TopologyGraph graph = TopologyGraph.of(HOST, plan, Optional.empty());
    return Relations.of(graph, graph.device(DeviceRef.parse(device)).orElseThrow());
  }
}
