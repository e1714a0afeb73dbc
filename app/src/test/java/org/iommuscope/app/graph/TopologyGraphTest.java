package org.iommuscope.app.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.iommuscope.model.plan.Annotation;
import org.iommuscope.model.plan.AssignmentPlan;
import org.iommuscope.model.plan.GuestDevice;
import org.iommuscope.model.plan.GuestName;
import org.iommuscope.model.topology.DeviceRef;
import org.iommuscope.model.topology.GroupId;
import org.iommuscope.model.topology.HostTopology;
import org.junit.jupiter.api.Test;

class TopologyGraphTest {

  private static final String MDEV = "00000007-0000-0000-0000-000000000000";

  @Test
  void hangs_a_function_from_its_bridge_and_a_vf_from_its_pf() {
    TopologyGraph graph =
        TopologyGraph.of(
            new HostSketch()
                .root("0000:00:01.0", 1)
                .vfs("0000:00:01.0", "0000:01:00.0", 2, 3)
                .host());

    assertEquals(
        List.of("0000:01:10.1", "0000:01:00.0", "0000:00:01.0", "root-pci0000:00"),
        graph.pathToRoot(node(graph, "0000:01:10.1")).stream()
            .map(node -> node instanceof DeviceNode device ? device.ref().text() : node.id())
            .toList());
  }

  @Test
  void shows_every_device_though_two_bridges_claim_to_be_above_each_other() {
    TopologyGraph graph =
        TopologyGraph.of(
            new HostSketch()
                .below("0000:02:00.0", "0000:01:00.0", 1)
                .below("0000:01:00.0", "0000:02:00.0", 2)
                .below("0000:02:00.0", "0000:03:00.0", 3)
                .host());

    assertTrue(graph.pathToRoot(node(graph, "0000:03:00.0")).getLast() instanceof RootNode);
    assertTrue(graph.pathToRoot(node(graph, "0000:01:00.0")).getLast() instanceof RootNode);
  }

  @Test
  void gathers_what_is_not_on_pci_by_its_bus_and_mdevs_of_software_by_their_parent() {
    TopologyGraph graph =
        TopologyGraph.of(
            new HostSketch()
                .platform("smmu.0", 1)
                .mdev("mtty", 7, 2)
                .root("0000:00:01.0", 3)
                .host());

    assertEquals(
        List.of("pci0000:00", "platform", "mtty"),
        graph.roots().stream().map(RootNode::name).toList());
  }

  @Test
  void backs_an_mdev_by_the_group_of_the_device_that_the_user_names() {
    HostTopology host = new HostSketch().root("0000:00:01.0", 1).mdev("0000:00:01.0", 7, 2).host();
    Annotation annotation = Annotation.backedBy(DeviceRef.parse("0000:00:01.0"));
    AssignmentPlan plan = Plans.annotated(DeviceRef.parse(MDEV), annotation);

    TopologyGraph graph = TopologyGraph.of(host, plan, Optional.empty());

    assertEquals(
        Optional.of(new GroupId(1)), graph.backingOf(node(graph, MDEV)).map(GroupNode::group));
    assertEquals(Optional.empty(), TopologyGraph.of(host).backingOf(node(graph, MDEV)));
  }

  @Test
  void gives_a_planned_device_to_its_guest_and_leaves_out_what_the_host_lacks() {
    HostTopology host = new HostSketch().root("0000:00:01.0", 1).host();
    AssignmentPlan plan =
        AssignmentPlan.EMPTY.withGuest(
            new GuestName("A"),
            guest ->
                guest.withDevices(
                    List.of(
                        GuestDevice.of(DeviceRef.parse("0000:00:01.0")),
                        GuestDevice.of(DeviceRef.parse("0000:ff:01.0")))));

    TopologyGraph graph = TopologyGraph.of(host, plan, Optional.empty());

    assertEquals(
        List.of(
            new GraphEdge.Gets(
                new GuestNode(new GuestName("A")), node(graph, "0000:00:01.0"), Answer.UNASKED)),
        graph.gifts());
  }

  private static DeviceNode node(TopologyGraph graph, String ref) {
    return graph.device(DeviceRef.parse(ref)).orElseThrow();
  }
}
